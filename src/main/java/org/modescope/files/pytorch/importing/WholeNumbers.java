package org.modescope.files.pytorch.importing;

import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec;

/// Whole numbers of a range, for nets that look them up: always the same ones.
final class WholeNumbers {
  private WholeNumbers() {}

  /// @param end the first number above the range
  static InputSpec.Values of(Shape shape, long from, long end) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    Generator.seeded(0).uniform(values, 0, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = from + (long) ((double) values[i] * (end - from));
    }
    return new InputSpec.Values(shape, values);
  }
}
