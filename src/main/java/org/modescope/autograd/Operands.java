package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The arrays an operation works on, in its own order; an optional one may be absent.
///
/// @param target where an elementwise result goes
record Operands(@Nullable Tensor[] tensors, Target target) {

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
    if (target == Target.IN_PLACE) {
      return changed(array);
    }
    Tensor tensor = tensors[index];
    return tensor == null || saver.isRecording() || !tensor.isOverwritable()
        ? array.likewise().laidOutAs(array)
        : tensor.surrender();
  }

  /// Where a result of that operand's form goes: over the operand, or into fresh memory with a
  /// place for every pass. The caller holds it.
  Array elementwise(int index) {
    Array array = get(index);
    return target == Target.IN_PLACE
        ? changed(array)
        : Array.allocate(array.shape(), passes()).as(array.format()).laidOutAs(array);
  }

  private static Array changed(Array array) {
    array.storage().retain();
    array.storage().markChanged();
    return array;
  }

  /// What an operand was made by. A view that is changed in place stands for what it is a view of.
  @Nullable Node source(int index) {
    Tensor tensor = tensors[index];
    if (tensor == null) {
      return null;
    }
    boolean isChangedView = target == Target.IN_PLACE && index == 0 && tensor.isView();
    return isChangedView ? tensor.origin().node() : tensor.node();
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
