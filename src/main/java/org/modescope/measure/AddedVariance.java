package org.modescope.measure;

import java.util.function.DoubleUnaryOperator;
import org.modescope.autograd.DropoutMask;
import org.modescope.experiment.LayerSpec;

/// The variance over passes that theory says a random layer adds to one number, by the number.
public final class AddedVariance {
  private AddedVariance() {}

  /// The rule for a layer that draws.
  public static DoubleUnaryOperator of(LayerSpec layer) {
    return switch (layer.type().effect()) {
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_IN_EITHER_MODE -> {
        double p = layer.number("p");
        yield x -> x * x * p / (1 - p);
      }
      case DROPS_TO_SATURATION -> {
        double p = layer.number("p");
        double scale = DropoutMask.alphaScale(p);
        double saturation = -DropoutMask.SELU_SATURATION;
        yield x -> scale * scale * (x - saturation) * (x - saturation) * p * (1 - p);
      }
      case DRAWS_SLOPES -> {
        double width = layer.number("upper") - layer.number("lower");
        yield x -> x < 0 ? x * x * width * width / 12 : 0;
      }
      case NONE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> _ -> 0;
    };
  }
}
