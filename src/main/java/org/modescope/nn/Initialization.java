package org.modescope.nn;

import java.util.Arrays;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

/// How fresh parameters are filled.
final class Initialization {
  /// The slope for which PyTorch lets layers draw, √5; its square is a little more than 5.
  private static final double SLOPE = Math.sqrt(5);

  private Initialization() {}

  /// The largest magnitude of a weight: `kaiming_uniform_(weight, a=math.sqrt(5))`, computed in
  /// PyTorch's order, which makes it 1/√fanIn up to rounding (K. He et al., "Delving deep into
  /// rectifiers", 2015).
  ///
  /// @param fanIn how many numbers each output is made of
  static double weightBound(double fanIn) {
    double gain = Math.sqrt(2 / (1 + SLOPE * SLOPE));
    return Math.sqrt(3) * (gain / Math.sqrt(fanIn));
  }

  /// The largest magnitude of a bias.
  ///
  /// @param fanIn how many numbers each output is made of
  static double biasBound(double fanIn) {
    return fanIn == 0 ? 0 : 1 / Math.sqrt(fanIn);
  }

  /// Uniform in [−bound, bound).
  static float[] uniform(Shape shape, double bound, Generator generator) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    generator.uniform(values, -bound, bound);
    return values;
  }

  /// Normal with mean 0 and variance 1, but for a row of zeros.
  static float[] normal(Shape shape, Optional<Integer> zero, Generator generator) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    generator.normal(values);
    int width = shape.size(1);
    zero.ifPresent(row -> Arrays.fill(values, row * width, (row + 1) * width, 0));
    return values;
  }

  static float[] constant(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }
}
