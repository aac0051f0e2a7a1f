package org.modescope.nn;

import java.util.Arrays;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;

/// How fresh parameters are drawn: a parameter depends on the seed and its own key, not on its
/// neighbours.
final class Initialization {
  private Initialization() {}

  /// Uniform in [−bound, bound).
  static Tensor uniform(Shape shape, double bound, RandomStream stream) {
    return Tensor.parameter(shape, uniformValues(shape, bound, stream));
  }

  /// The values of [#uniform].
  static float[] uniformValues(Shape shape, double bound, RandomStream stream) {
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
