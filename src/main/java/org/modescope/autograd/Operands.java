package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The arrays an operation works on, in its own order; an optional one may be absent.
record Operands(@Nullable Tensor[] tensors) {

  Array get(int index) {
    Array array = getOrNull(index);
    if (array == null) {
      throw new IllegalArgumentException("operand " + index + " is absent");
    }
    return array;
  }

  /// The array in whatever format it is in, for operations that know of formats; contiguous where
  /// it is to be kept.
  Array inAnyFormat(int index, Saver saver) {
    Tensor tensor = tensors[index];
    return tensor == null || saver.isRecording() ? get(index) : tensor.arrayInAnyFormat();
  }

  /// Where a result goes that has an operand's form and is computed element by element: over the
  /// operand's own values, where nobody will read them any more, or else into fresh memory. The
  /// caller holds it.
  Array overwritten(int index, Saver saver) {
    Array array = inAnyFormat(index, saver);
    Tensor tensor = tensors[index];
    return tensor == null || saver.isRecording() || !tensor.isOverwritable()
        ? array.likewise()
        : tensor.surrender();
  }

  @Nullable Array getOrNull(int index) {
    Tensor tensor = tensors[index];
    return tensor == null ? null : tensor.array();
  }

  /// Whether backward will have to compute that operand's gradient.
  boolean needsGradient(int index) {
    Tensor tensor = tensors[index];
    return tensor != null && tensor.requiresGrad();
  }

  /// How many passes the result has: those of the operand with the most.
  int passes() {
    int passes = 1;
    for (Tensor tensor : tensors) {
      if (tensor != null) {
        passes = Math.max(passes, tensor.passes());
      }
    }
    return passes;
  }
}
