package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Elementwise sum of two arrays of one shape. Keeps nothing.
record Add() implements Op {
  @Override
  public String torchName() {
    return "AddBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array sum = Array.allocate(operands.get(0).shape(), operands.passes());
    Elementwise.add(operands.get(0), operands.get(1), sum);
    return sum;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    return new @Nullable Array[] {needed[0] ? gradOutput : null, needed[1] ? gradOutput : null};
  }
}
