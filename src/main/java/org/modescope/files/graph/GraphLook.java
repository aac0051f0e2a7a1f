package org.modescope.files.graph;

import java.util.Optional;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.GraphStudy.Backward;

/// How a graph is looked at.
///
/// @param moment when
/// @param backward what backward did, for when it has run
/// @param counting which bytes the bars count
/// @param chosen what stands out, if anything does
public record GraphLook(
    Moment moment, Optional<Backward> backward, Counting counting, Optional<Spot.Target> chosen) {

  /// When a graph is looked at.
  public enum Moment {
    AFTER_FORWARD,
    AFTER_BACKWARD,
    UNRECORDED
  }

  /// After the forward pass, with nothing chosen.
  public static GraphLook plain() {
    return new GraphLook(Moment.AFTER_FORWARD, Optional.empty(), Counting.EXTRA, Optional.empty());
  }

  boolean isFreed() {
    return moment == Moment.AFTER_BACKWARD;
  }

  boolean isChosen(Spot.Target target) {
    return chosen.filter(target::equals).isPresent();
  }
}
