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
    // One more than is used: what follows the last is read, too.
    float[] drawn = new float[countNotAbove0(slopes) + 1];
    for (int i = 0; i < drawn.length - 1; i++) {
      drawn[i] = next();
    }
    dealOut(drawn, slopes);
    return DropoutMask.of(x.shape(), slopes);
  }

  private static int countNotAbove0(float[] x) {
    int count = 0;
    for (float number : x) {
      count += number <= 0 ? 1 : 0;
    }
    return count;
  }

  /// Without a jump by an element's sign, which could not be predicted.
  private static void dealOut(float[] drawn, float[] x) {
    int next = 0;
    for (int i = 0; i < x.length; i++) {
      boolean isNotAbove = x[i] <= 0;
      float slope = drawn[next];
      x[i] = isNotAbove ? slope : 1;
      next += isNotAbove ? 1 : 0;
    }
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
