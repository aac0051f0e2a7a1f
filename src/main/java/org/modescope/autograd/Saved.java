package org.modescope.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What backward may use of a node: the saved arrays by name, and which operands need a gradient.
record Saved(List<SavedTensor> tensors, boolean[] needsGradient, @Nullable Shape[] operandShapes) {

  /// The shape that an operand had.
  Shape operandShape(int operand) {
    Shape shape = operandShapes[operand];
    if (shape == null) {
      throw new IllegalStateException("operand " + operand + " was absent");
    }
    return shape;
  }

  Array get(String name) {
    Array array = getOrNull(name);
    if (array == null) {
      throw new IllegalStateException(name + " was not saved");
    }
    return array;
  }

  @Nullable Array getOrNull(String name) {
    for (SavedTensor tensor : tensors) {
      if (tensor.name().equals(name)) {
        return tensor.unpack();
      }
    }
    return null;
  }
}
