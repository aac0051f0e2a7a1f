package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Elementwise difference of two arrays of one shape, `y = a − b`.
///
/// With g the gradient of y, a has the gradient `g` and b `−g`. Keeps nothing.
record Subtract() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array a = operands.get(0);
    Array b = operands.get(1);
    Array difference = Array.allocate(a.shape(), operands.passes());
    for (int pass = 0; pass < difference.passes(); pass++) {
      for (int i = 0; i < difference.size(); i++) {
        float value = a.at(a.offset(pass) + i) - b.at(b.offset(pass) + i);
        difference.put(difference.offset(pass) + i, value);
      }
    }
    return difference;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    return new @Nullable Array[] {
      needed[0] ? scaled(gradOutput, 1) : null, needed[1] ? scaled(gradOutput, -1) : null
    };
  }

  private static Array scaled(Array gradOutput, float factor) {
    Array gradient = Array.allocate(gradOutput.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < gradient.size(); i++) {
        float value = factor * gradOutput.at(gradOutput.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, value);
      }
    }
    return gradient;
  }

  @Override
  public String torchName() {
    return "SubBackward0";
  }
}
