package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Elementwise sum of two arrays, of one shape or stretched to one.
///
/// Each has the gradient of the sum, added up where it was stretched. Keeps nothing.
record Add() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array a = operands.inAnyFormat(0, saver);
    Array b = operands.inAnyFormat(1, saver);
    Shape shape = a.shape().broadcast(b.shape());
    if (a.shape().equals(b.shape()) && a.format() == b.format()) {
      Array sum = operands.overwritten(a.passes() == operands.passes() ? 0 : 1, saver);
      Elementwise.add(a, b, sum);
      return sum;
    }
    return stretched(operands.get(0), operands.get(1), shape, operands.passes());
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    @Nullable Array[] gradients = new @Nullable Array[needed.length];
    for (int i = 0; i < needed.length; i++) {
      gradients[i] =
          needed[i]
              ? new Stretch(saved.operandShape(i), gradOutput.shape()).summed(gradOutput)
              : null;
    }
    return gradients;
  }

  @Override
  public String torchName() {
    return "AddBackward0";
  }

  private static Array stretched(Array a, Array b, Shape shape, int passes) {
    Array sum = Array.allocate(shape, passes);
    Array left = new Stretch(a.shape(), shape).stretched(a);
    Array right = new Stretch(b.shape(), shape).stretched(b);
    Elementwise.add(left, right, sum);
    left.storage().release();
    right.storage().release();
    return sum;
  }
}
