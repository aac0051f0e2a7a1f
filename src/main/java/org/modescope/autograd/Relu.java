package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Rectified linear unit, `y = max(x, 0)`; NaN stays NaN.
///
/// With g the gradient of y, x has the gradient g where y is positive and 0 elsewhere (V. Nair and
/// G. Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010). Keeps its
/// result, as PyTorch does: a linear map that follows keeps the same storage, so it is held once.
record Relu() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.inAnyFormat(0, saver);
    Array result = operands.overwritten(0, saver);
    ReluKernel.rectify(x, result);
    saver.save("result", result);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array result = saved.get("result");
    Array gradient = gradOutput.overwritten();
    ReluKernel.passThrough(gradOutput, result, gradient);
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "ReluBackward0";
  }
}
