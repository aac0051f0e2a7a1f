package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Elementwise product `y = x·factor` with a factor that takes no gradient: one per element, or one
/// for each run of elements, as for all.
///
/// With g the gradient of y, x has the gradient `g·factor`. Keeps the factor only: x would be
/// needed only for a gradient of the factor. Dropout in PyTorch on a CPU is this product with its
/// scaled noise.
record Multiply() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array factor = operands.get(1);
    Array result = operands.elementwise(0);
    Elementwise.multiply(x, factor, result);
    saver.save("other", factor);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = gradOutput.overwritten();
    Elementwise.multiply(gradOutput, saved.get("other"), gradient);
    return new @Nullable Array[] {gradient, null};
  }

  @Override
  public String torchName() {
    return "MulBackward0";
  }
}
