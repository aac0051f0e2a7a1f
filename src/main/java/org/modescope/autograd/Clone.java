package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The same numbers in memory of their own, as `reshape` makes them where a view is not possible.
/// Keeps nothing.
record Clone() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array copy = Array.allocate(x.shape(), operands.passes());
    for (int pass = 0; pass < copy.passes(); pass++) {
      copy.copyFrom(pass, x.copyOf(pass));
    }
    return copy;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    return new @Nullable Array[] {gradOutput};
  }

  @Override
  public String torchName() {
    return "CloneBackward0";
  }
}
