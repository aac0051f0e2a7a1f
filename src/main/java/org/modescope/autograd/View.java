package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The same memory under another shape. The gradient takes the old shape again. Keeps sizes only.
///
/// @param shape the new shape, of as many elements
/// @param torchName PyTorch's name of the node, which depends on how the view was asked for
record View(Shape shape, String torchName) implements Op {
  /// What a view is made by again, once what it is a view of was changed in place.
  static final String AS_STRIDED = "AsStridedBackward0";

  /// How a fresh copy gets another shape: what changes it in place is not told of any other memory.
  static final String UNSAFE = "UnsafeViewBackward0";

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array viewed = x.shared(shape);
    return x.strides() == null ? viewed : viewed.with(x.strides().viewed(x.shape(), shape));
  }

  @Override
  public boolean isView(Operands operands) {
    return !torchName.equals(UNSAFE);
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    return new @Nullable Array[] {gradOutput.reshaped(saved.operandShape(0))};
  }
}
