package org.modescope.nn;

import java.util.Arrays;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;

/// How fresh parameters are filled.
final class Initialization {
  private Initialization() {}

  /// Uniform in [−bound, bound).
  static float[] uniform(Shape shape, double bound, RandomStream stream) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * stream.uniform(i) - 1) * bound);
    }
    return values;
  }

  static float[] constant(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }
}
