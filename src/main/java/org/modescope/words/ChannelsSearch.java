package org.modescope.words;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Observation;
import org.modescope.words.NetFinding.ChannelsOnAxis1;

/// Looks for a BatchNorm that refused because its features stand on the last axis, as behind a
/// Linear, and not on axis 1.
final class ChannelsSearch {
  private static final int RANK_WITH_LENGTH = 3;

  private ChannelsSearch() {}

  static Optional<Finding> in(Observation seen) {
    Experiment experiment = seen.experiment();
    return seen.refusal()
        .flatMap(_ -> ShapeCheck.of(experiment).misfit())
        .map(misfit -> experiment.network().get(misfit.index()))
        .filter(layer -> layer.type().isBatchNorm())
        .flatMap(layer -> refused(layer, given(experiment, layer)));
  }

  private static Shape given(Experiment experiment, LayerSpec layer) {
    int index = experiment.network().indexOf(layer);
    return index == 0
        ? experiment.input().shape()
        : ShapeCheck.of(experiment).outputs().get(index - 1);
  }

  private static Optional<Finding> refused(LayerSpec layer, Shape given) {
    int features = layer.integer("num_features");
    boolean isElsewhere =
        given.rank() >= RANK_WITH_LENGTH
            && given.size(1) != features
            && given.size(given.rank() - 1) == features;
    return isElsewhere
        ? Optional.of(new ChannelsOnAxis1(layer.name(), given.toString(), given.size(1), features))
        : Optional.empty();
  }
}
