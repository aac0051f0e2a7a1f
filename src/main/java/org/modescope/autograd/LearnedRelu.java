package org.modescope.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// x where it is positive, and x times a learned slope elsewhere: one slope for all, or one for
/// each channel (axis 1).
///
/// With g the gradient of y, x has `g` or `g·slope`, and a slope has the sum of `g·x` over the
/// elements that it multiplied (K. He et al., "Delving deep into rectifiers", 2015). Keeps x and
/// the slopes, spread over the axes of x.
record LearnedRelu() implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.get(WEIGHT);
    Array result = Array.allocate(x.shape(), operands.passes()).laidOutAs(x);
    if (isOne(weight)) {
      float slope = weight.at(0);
      Pointwise.change(x, result, capacity -> Leak.of(slope, capacity));
    } else {
      for (int pass = 0; pass < result.passes(); pass++) {
        new SlopesBelow(x.shape(), weight.copyOf(pass)).multiply(x, result, pass);
      }
    }
    saver.save("self", x);
    saver.save("weight", weight.reshaped(spread(x.shape(), weight)));
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("self");
    Array weight = saved.get("weight");
    boolean[] needed = saved.needsGradient();
    // First, because the other one is written over what it is computed from.
    Array gradWeight =
        needed[WEIGHT] ? gradWeight(gradOutput, x, weight, saved.operandShape(WEIGHT)) : null;
    return new @Nullable Array[] {needed[X] ? gradX(gradOutput, x, weight) : null, gradWeight};
  }

  private static Array gradX(Array gradOutput, Array x, Array weight) {
    Array gradient = gradOutput.overwritten();
    if (isOne(weight)) {
      float slope = weight.at(0);
      Pointwise.join(x, gradOutput, gradient, capacity -> slopesTimes(slope, capacity));
      return gradient;
    }
    for (int pass = 0; pass < gradient.passes(); pass++) {
      new SlopesBelow(x.shape(), weight.copyOf(pass)).multiply(gradOutput, x, gradient, pass);
    }
    return gradient;
  }

  /// Whether one slope is all that there is.
  private static boolean isOne(Array weight) {
    return weight.size() == 1 && weight.passes() == 1;
  }

  private static Pointwise.Join slopesTimes(float slope, int capacity) {
    HeapBlock.Change slopes = Leak.slopes(slope, capacity);
    return (x, gradOutput, count) -> {
      slopes.change(x, count);
      for (int i = 0; i < count; i++) {
        x[i] *= gradOutput[i];
      }
    };
  }

  /// Summed over all passes where they share the slopes.
  private static Array gradWeight(Array gradOutput, Array x, Array weight, Shape shape) {
    double[] sums = new double[weight.size() * weight.passes()];
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      int first = weight.passes() == 1 ? 0 : pass * weight.size();
      new SlopeSums(x, gradOutput, weight.size(), pass).addTo(sums, first);
    }
    Array gradient = Array.allocate(shape, weight.passes());
    for (int i = 0; i < sums.length; i++) {
      gradient.put(i, (float) sums[i]);
    }
    return gradient;
  }

  private static Shape spread(Shape x, Array weight) {
    int[] sizes = new int[x.rank()];
    Arrays.fill(sizes, 1);
    if (sizes.length > 0) {
      sizes[Math.min(1, sizes.length - 1)] = weight.size();
    }
    return Shape.of(sizes);
  }

  @Override
  public String torchName() {
    return "PreluKernelBackward0";
  }
}
