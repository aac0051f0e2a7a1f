package org.modescope.measure;

import org.modescope.autograd.DropoutMask;
import org.modescope.experiment.LayerSpec;

/// What a random layer really multiplied its input by, from what it drew.
public final class Multiplier {
  private Multiplier() {}

  /// One pass's factor, per element of what was drawn.
  ///
  /// @param drawn what the layer drew on that pass
  /// @param input what went into the layer on that pass
  public static float[] of(LayerSpec layer, float[] drawn, float[] input) {
    return switch (layer.type().effect()) {
      case DRAWS_SLOPES -> slopesBelowZero(drawn, input);
      case DROPS_TO_SATURATION -> scaled(drawn, (float) DropoutMask.alphaScale(layer.number("p")));
      case NONE,
          DROPS_ELEMENTS,
          DROPS_CHANNELS,
          DROPS_IN_EITHER_MODE,
          NORMALISES_BY_BATCH,
          NORMALISES_BY_SAMPLE ->
          drawn;
    };
  }

  /// A randomized ReLU draws a slope for every element, and leaves those above 0 as they are.
  private static float[] slopesBelowZero(float[] slopes, float[] input) {
    float[] factor = new float[slopes.length];
    for (int i = 0; i < factor.length; i++) {
      factor[i] = input[i] <= 0 ? slopes[i] : 1;
    }
    return factor;
  }

  /// Alpha dropout draws what stays, and scales that by a factor of its own.
  private static float[] scaled(float[] staying, float scale) {
    float[] factor = new float[staying.length];
    for (int i = 0; i < factor.length; i++) {
      factor[i] = staying[i] != 0 ? scale : 0;
    }
    return factor;
  }
}
