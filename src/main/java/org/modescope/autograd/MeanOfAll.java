package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of all elements; a scalar.
///
/// With g its gradient, each of n elements has the gradient `g/n`. Keeps nothing.
record MeanOfAll() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = Array.allocate(Shape.of(), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      double sum = 0;
      for (int i = 0; i < x.size(); i++) {
        sum += x.at(x.offset(pass) + i);
      }
      result.put(result.offset(pass), (float) (sum / x.size()));
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.allocate(saved.operandShape(0), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      float part = gradOutput.at(gradOutput.offset(pass)) / gradient.size();
      for (int i = 0; i < gradient.size(); i++) {
        gradient.put(gradient.offset(pass) + i, part);
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "MeanBackward0";
  }
}
