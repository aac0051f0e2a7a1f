package org.modescope.autograd;

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
    int run = run(x.shape(), weight);
    for (int pass = 0; pass < result.passes(); pass++) {
      long from = x.offset(pass);
      long to = result.offset(pass);
      for (int i = 0; i < result.size(); i++) {
        float value = x.at(from + i);
        result.put(to + i, value > 0 ? value : value * slope(weight, pass, i, run));
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
    return new @Nullable Array[] {
      needed[X] ? gradX(gradOutput, x, weight) : null,
      needed[WEIGHT] ? gradWeight(gradOutput, x, weight, saved.operandShape(WEIGHT)) : null
    };
  }

  private static Array gradX(Array gradOutput, Array x, Array weight) {
    Array gradient = gradOutput.likewise();
    int run = run(x.shape(), weight);
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradient.size(); i++) {
        float g = gradOutput.at(gradOutput.offset(pass) + i);
        boolean isPositive = x.at(x.offset(pass) + i) > 0;
        gradient.put(gradient.offset(pass) + i, isPositive ? g : g * slope(weight, pass, i, run));
      }
    }
    return gradient;
  }

  /// Summed over all passes where they share the slopes.
  private static Array gradWeight(Array gradOutput, Array x, Array weight, Shape shape) {
    double[] sums = new double[weight.size() * weight.passes()];
    int run = run(x.shape(), weight);
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      int first = weight.passes() == 1 ? 0 : pass * weight.size();
      for (int i = 0; i < gradOutput.size(); i++) {
        float value = x.at(x.offset(pass) + i);
        // Not "at most 0": NaN goes the way of the slope.
        if (!(value > 0)) {
          sums[first + i / run % weight.size()] +=
              (double) value * gradOutput.at(gradOutput.offset(pass) + i);
        }
      }
    }
    Array gradient = Array.allocate(shape, weight.passes());
    for (int i = 0; i < sums.length; i++) {
      gradient.put(i, (float) sums[i]);
    }
    return gradient;
  }

  private static float slope(Array weight, int pass, int index, int run) {
    return weight.at(weight.offset(pass) + index / run % weight.size());
  }

  /// How many elements in a row have the same slope.
  private static int run(Shape x, Array weight) {
    if (weight.size() == 1) {
      return Math.max(1, Math.toIntExact(x.elements()));
    }
    int run = 1;
    for (int axis = 2; axis < x.rank(); axis++) {
      run *= x.size(axis);
    }
    return Math.max(1, run);
  }

  private static Shape spread(Shape x, Array weight) {
    int[] sizes = new int[x.rank()];
    java.util.Arrays.fill(sizes, 1);
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
