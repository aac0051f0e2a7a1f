package org.modescope.autograd;

import java.util.concurrent.atomic.AtomicLong;
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

  /// The operation that a saved tensor came from, as PyTorch's messages name it: for a result the
  /// node's own, for a transposed weight the view of it.
  private static @Nullable String producer(Node node, String name, Array array, Operands operands) {
    for (Tensor operand : operands.tensors()) {
      if (operand != null && operand.array().storage() == array.storage()) {
        Node source = operand.node();
        if (source != null) {
          return source.operation();
        }
        return name.equals("mat2") && operand.requiresGrad() ? "AsStridedBackward0" : null;
      }
    }
    return name.equals("result") ? node.operation() : null;
  }
}
