package org.modescope.autograd;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// The rules of recording: when an operation becomes a node, and what a node may keep.
final class Recording {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private Recording() {}

  /// An operation is recorded if one of its operands takes part in gradients.
  static boolean isNeeded(@Nullable Tensor[] operands) {
    for (Tensor operand : operands) {
      if (operand != null && operand.requiresGrad()) {
        return true;
      }
    }
    return false;
  }

  static long nextSequence() {
    return SEQUENCE.getAndIncrement();
  }

  /// How many operations were recorded so far.
  static long count() {
    return SEQUENCE.get();
  }

  /// @throws TorchException if an inference tensor would be saved, as PyTorch does
  static void save(Node node, String name, Array array, Operands operands) {
    for (Tensor operand : operands.tensors()) {
      if (operand != null
          && operand.isInference()
          && operand.array().storage() == array.storage()) {
        throw new TorchException(
            TorchException.Type.RUNTIME_ERROR,
            "Inference tensors cannot be saved for backward. To work around you can make a clone to"
                + " get a normal tensor and use it in autograd.",
            Explanation.of(Key.INFERENCE_TENSOR));
      }
    }
    node.save(name, array, producer(node, name, array, operands));
  }

  /// The operation that a saved tensor comes from, as PyTorch's messages name it: for a result the
  /// node's own, for a transposed weight the view of it, and for an operand whatever made it last.
  private static Supplier<@Nullable String> producer(
      Node node, String name, Array array, Operands operands) {
    if (name.equals("result")) {
      return node.op() instanceof CopySlices ? () -> View.AS_STRIDED : node::operation;
    }
    for (Tensor operand : operands.tensors()) {
      if (operand != null && operand.array().storage() == array.storage()) {
        boolean isTransposed =
            name.equals("mat2") && operand.requiresGrad() && operand.node() == null;
        return isTransposed ? () -> View.AS_STRIDED : operand::producer;
      }
    }
    return () -> null;
  }
}
