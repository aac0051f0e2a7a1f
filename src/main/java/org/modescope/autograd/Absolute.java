package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The size of each element, `y = |x|`.
///
/// With g the gradient of y, x has the gradient `g·sign(x)`, 0 where x is 0. Keeps x.
record Absolute() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = Array.allocate(x.shape(), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int i = 0; i < result.size(); i++) {
        result.put(result.offset(pass) + i, Math.abs(x.at(x.offset(pass) + i)));
      }
    }
    saver.save("self", x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("self");
    Array gradient = Array.allocate(gradOutput.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradient.size(); i++) {
        float sign = sign(x.at(x.offset(pass) + i));
        gradient.put(gradient.offset(pass) + i, sign * gradOutput.at(gradOutput.offset(pass) + i));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  /// As PyTorch has it: 0 for what is not a number too.
  private static float sign(float value) {
    return value > 0 ? 1 : value < 0 ? -1 : 0;
  }

  @Override
  public String torchName() {
    return "AbsBackward0";
  }
}
