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
    Array result = operands.elementwise(0);
    Array factor = Array.allocate(x.shape(), operands.passes(), Storage.Role.MASK);
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int i = 0; i < result.size(); i++) {
        float value = x.at(x.offset(pass) + i);
        float multiplier = slopes == null ? fixed(value) : drawn(value, slopes, pass, i);
        factor.put(factor.offset(pass) + i, multiplier);
        result.put(result.offset(pass) + i, value * multiplier);
      }
    }
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

  // The two compare the other way round in PyTorch; NaN tells them apart.
  private float fixed(float value) {
    return value > 0 ? 1 : (float) fixedSlope;
  }

  private static float drawn(float value, Array slopes, int pass, int index) {
    return value <= 0 ? slopes.at(slopes.offset(pass) + index) : 1;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    if (target == Target.IN_PLACE && fixedSlope < 0) {
      throw ActivationFunction.refuseNegativeSlope("leakyReLu", ActivationFunction.NEGATIVE_LEAK);
    }
    Array factor = saved.get("noise");
    Array gradient = gradOutput.likewise();
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradient.size(); i++) {
        float g = gradOutput.at(gradOutput.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, g * factor.at(factor.offset(pass) + i));
      }
    }
    return new @Nullable Array[] {gradient, null};
  }
}
