package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Elementwise difference of two arrays of one shape, or stretched to one, `y = a − b`.
///
/// With g the gradient of y, a has the gradient `g` and b `−g`, added up where they were stretched.
/// Keeps nothing.
record Subtract() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Shape shape = operands.get(0).shape().broadcast(operands.get(1).shape());
    Array a = new Stretch(operands.get(0).shape(), shape).stretched(operands.get(0));
    Array b = new Stretch(operands.get(1).shape(), shape).stretched(operands.get(1));
    Array difference = Array.allocate(shape, operands.passes());
    for (int pass = 0; pass < difference.passes(); pass++) {
      for (int i = 0; i < difference.size(); i++) {
        float value = a.at(a.offset(pass) + i) - b.at(b.offset(pass) + i);
        difference.put(difference.offset(pass) + i, value);
      }
    }
    a.storage().release();
    b.storage().release();
    return difference;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    return new @Nullable Array[] {
      needed[0] ? gradient(gradOutput, 1, saved.operandShape(0)) : null,
      needed[1] ? gradient(gradOutput, -1, saved.operandShape(1)) : null
    };
  }

  private static Array gradient(Array gradOutput, float factor, Shape operand) {
    Array gradient = Array.allocate(gradOutput.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradient.size(); i++) {
        float value = factor * gradOutput.at(gradOutput.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, value);
      }
    }
    return new Stretch(operand, gradOutput.shape()).summedOver(gradient);
  }

  @Override
  public String torchName() {
    return "SubBackward0";
  }
}
