package org.modescope.words;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FeaturesLast;
import org.modescope.words.NetFinding.ChannelsOnAxis1;

/// Tells of a BatchNorm that refuses because its features stand on the last axis.
final class ChannelsSearch {
  private ChannelsSearch() {}

  static Optional<Finding> in(Experiment experiment) {
    return FeaturesLast.in(experiment)
        .map(
            found ->
                new ChannelsOnAxis1(
                    found.layer().name(),
                    found.given().toString(),
                    found.onAxis1(),
                    found.features()));
  }
}
