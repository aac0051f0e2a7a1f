package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// An operation in place on a view: what the view is of is what changes, so the node stands for all
/// of it. It keeps what the operation keeps.
///
/// @param inner the operation
/// @param view the view's shape
record CopySlices(Op inner, Shape view) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    return inner.forward(operands, saver);
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    @Nullable Array[] gradients = inner.backward(gradOutput.reshaped(view), saved);
    Array first = gradients[0];
    if (first != null) {
      gradients[0] = first.reshaped(gradOutput.shape());
    }
    return gradients;
  }

  @Override
  public String torchName() {
    return "CopySlices";
  }
}
