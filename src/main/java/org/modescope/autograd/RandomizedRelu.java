package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// x where it is positive, and x times a slope elsewhere; with slopes drawn per element, or one
/// fixed slope.
///
/// Keeps x and the factor of each element. With a fixed slope PyTorch keeps an unused tensor of the
/// same size, and so does this (B. Xu et al., "Empirical evaluation of rectified activations",
/// 2015).
///
/// @param fixedSlope the slope where none are drawn, that is, where the second operand is absent
/// @param target in place the result is kept instead of x, under a name of its own
record RandomizedRelu(double fixedSlope, Target target) implements Op {
  @Override
  public String torchName() {
    return target == Target.IN_PLACE ? "RreluWithNoiseBackward1" : "RreluWithNoiseBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array slopes = operands.getOrNull(1);
    Array result = result(operands, x);
    if (slopes == null && !saver.isRecording()) {
      Pointwise.change(x, result, capacity -> Leak.of((float) fixedSlope, capacity));
      return result;
    }
    Array factor = Array.allocate(x.shape(), operands.passes(), Storage.Role.MASK);
    if (slopes == null) {
      Pointwise.change(x, factor, capacity -> Leak.slopes((float) fixedSlope, capacity));
    } else {
      Pointwise.join(x, slopes, factor, RandomizedRelu::drawn);
    }
    Pointwise.join(x, factor, result, _ -> RandomizedRelu::multiply);
    if (target == Target.FRESH) {
      saver.save("self", x);
    }
    saver.save("noise", factor);
    if (target == Target.IN_PLACE) {
      saver.save("result", result);
    }
    factor.storage().release();
    return result;
  }

  /// Fresh memory in the usual order, whatever order the axes of x have: PyTorch loops over a copy.
  private Array result(Operands operands, Array x) {
    return target == Target.IN_PLACE
        ? operands.elementwise(0)
        : Array.allocate(x.shape(), operands.passes());
  }

  /// Compares the other way round than [Leak], as PyTorch does; NaN tells the two apart.
  private static Pointwise.Join drawn(int capacity) {
    BitChoice choice = new BitChoice(capacity);
    return (x, slopes, count) -> {
      choice.whereAbove0OrNaN(x, slopes, count, 1);
      System.arraycopy(slopes, 0, x, 0, count);
    };
  }

  private static void multiply(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    if (target == Target.IN_PLACE && fixedSlope < 0) {
      throw ActivationFunction.refuseNegativeSlope("leakyReLu", ActivationFunction.NEGATIVE_LEAK);
    }
    Array factor = saved.get("noise");
    Array gradient = gradOutput.overwritten();
    Pointwise.join(gradOutput, factor, gradient, _ -> RandomizedRelu::multiply);
    return new @Nullable Array[] {gradient, null};
  }
}
