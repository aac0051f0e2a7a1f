package org.modescope.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;

/// One pass with grad and its backward, and the same pass without recording, all on copies.
///
/// @param status how it ended
/// @param seen what came of it; empty where it was refused or failed
/// @param refusal why there is nothing to see, if the net refused the pass
/// @param fault why the program gave up, if it did
public record GraphStudy(
    Experiment experiment,
    Status status,
    Optional<Seen> seen,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  /// What came of the two passes.
  ///
  /// @param graph what the pass with grad left
  /// @param backward what backward then did; empty where nothing was recorded
  /// @param unrecorded what the pass without recording showed
  public record Seen(AutogradGraph graph, Optional<Backward> backward, Unrecorded unrecorded) {}

  /// What backward did to a graph.
  ///
  /// @param gradients how many bytes each parameter's gradient takes, by its key
  /// @param nodes how many nodes it ran through
  /// @param left the bytes that were still kept afterwards
  /// @param second PyTorch's text where a second backward is refused
  public record Backward(
      SequencedMap<String, Long> gradients, int nodes, long left, String second) {
    public Backward {
      gradients = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(gradients));
    }

    public long gradientBytes() {
      return gradients.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// A pass that was not recorded.
  ///
  /// @param sameOutput whether its output has the bits of the recorded one's
  /// @param outputs how many numbers that are
  /// @param refusal PyTorch's text where backward is called on it
  /// @param drew the layers that drew random numbers
  /// @param moved the layers that moved running statistics
  public record Unrecorded(
      boolean sameOutput, long outputs, String refusal, List<String> drew, List<String> moved) {
    public Unrecorded {
      drew = List.copyOf(drew);
      moved = List.copyOf(moved);
    }
  }

  @Override
  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning();
  }
}
