package org.modescope.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What backward may use of a node: the saved arrays by name, and which operands need a gradient.
record Saved(List<SavedTensor> tensors, boolean[] needsGradient, int[] operandPasses) {

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
