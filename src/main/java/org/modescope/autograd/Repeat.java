package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// A vector several times over, one after another. Each element has the sum of the gradients of its
/// copies. Keeps nothing.
record Repeat(int times) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = Array.allocate(Shape.of(times * x.size()), x.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int i = 0; i < result.size(); i++) {
        result.put(result.offset(pass) + i, x.at(x.offset(pass) + i % x.size()));
      }
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradOutput.size(); i++) {
        long at = gradient.offset(pass) + i % gradient.size();
        gradient.put(at, gradient.at(at) + gradOutput.at(gradOutput.offset(pass) + i));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "RepeatBackward0";
  }
}
