package org.modescope.autograd;

import java.util.Arrays;

/// Arrays of one number many times over.
final class Fill {
  private Fill() {}

  static float[] of(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return values;
  }
}
