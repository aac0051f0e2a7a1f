package org.modescope.experiment;

import java.util.Optional;
import org.modescope.autograd.Shape;

/// A BatchNorm that cannot take its input because its features stand on the last axis, as behind a
/// Linear, and not on axis 1.
///
/// @param layer the BatchNorm
/// @param given the shape that it is given
public record FeaturesLast(LayerSpec layer, Shape given) {
  private static final int RANK_WITH_LENGTH = 3;

  /// The one that ends the net's passes; empty if there is none, or something else ends them.
  public static Optional<FeaturesLast> in(Experiment experiment) {
    ShapeCheck check = ShapeCheck.of(experiment);
    return check
        .misfit()
        .map(ShapeCheck.Misfit::index)
        .map(
            index ->
                new FeaturesLast(
                    experiment.network().get(index),
                    index == 0 ? experiment.input().shape() : check.outputs().get(index - 1)))
        .filter(FeaturesLast::isSo);
  }

  private boolean isSo() {
    return layer.type().isBatchNorm()
        && given.rank() >= RANK_WITH_LENGTH
        && onAxis1() != features()
        && given.size(given.rank() - 1) == features();
  }

  /// How many channels the layer has.
  public int features() {
    return layer.integer("num_features");
  }

  /// How many there are on the axis that it takes for them.
  public int onAxis1() {
    return given.size(1);
  }
}
