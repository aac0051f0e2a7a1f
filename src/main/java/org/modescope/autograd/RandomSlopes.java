package org.modescope.autograd;

import org.modescope.autograd.random.Generator;

/// Slopes for a randomized ReLU, uniform between two bounds.
public final class RandomSlopes {
  private final double lower;
  private final double range;
  private final Generator generator;

  public RandomSlopes(double lower, double upper, Generator generator) {
    // PyTorch makes scalars of the bounds, which are floats.
    this.lower = (float) lower;
    this.range = (float) upper - this.lower;
    this.generator = generator;
  }

  /// Slopes for an input of one pass, as PyTorch draws them: one for each element that is not above
  /// 0, in row-major order. The others have 1.
  public Tensor where(Tensor x) {
    float[] slopes = x.values();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slopes[i] <= 0 ? next() : 1;
    }
    return DropoutMask.of(x.shape(), slopes);
  }

  /// Slopes for every element of some passes, whatever its sign.
  public Tensor everywhere(Shape shape, int passes) {
    Tensor tensor = DropoutMask.undrawn(shape, passes);
    Array slopes = tensor.array();
    for (int pass = 0; pass < passes; pass++) {
      for (int i = 0; i < slopes.size(); i++) {
        slopes.put(slopes.offset(pass) + i, next());
      }
    }
    return tensor;
  }

  private float next() {
    return (float) (generator.uniform() * range + lower);
  }
}
