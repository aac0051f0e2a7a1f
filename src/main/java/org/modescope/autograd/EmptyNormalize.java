package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// What batch normalisation is to a batch of nothing: x, without any element, times the first of γ
/// plus the first of β, whatever their number; all gradients are 0.
///
/// Keeps what the product in PyTorch keeps: x for a gradient of γ, and γ's first element for one of
/// x.
record EmptyNormalize() implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.get(WEIGHT);
    if (weight.shape().size(0) == 0) {
      throw new TorchException(
          TorchException.Type.INDEX_ERROR,
          "select(): index 0 out of range for tensor of size [0] at dimension 0",
          Explanation.of(Key.NO_SAMPLES));
    }
    if (operands.needsGradient(WEIGHT)) {
      saver.save("self", x);
    }
    if (operands.needsGradient(X)) {
      saver.save("other", weight.reshaped(Shape.of()));
    }
    return Array.allocate(x.shape(), operands.passes());
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    @Nullable Array[] gradients = new @Nullable Array[needed.length];
    for (int i = 0; i < needed.length; i++) {
      int passes = i == X ? gradOutput.passes() : 1;
      gradients[i] = needed[i] ? Array.zeros(saved.operandShape(i), passes) : null;
    }
    return gradients;
  }

  @Override
  public String torchName() {
    return "MulBackward0";
  }
}
