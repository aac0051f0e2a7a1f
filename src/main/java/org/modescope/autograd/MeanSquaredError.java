package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of squared differences of two arrays of one shape, `y = Σ(x − target)²/n`; a scalar.
///
/// With g the gradient of y, x has the gradient `2g(x − target)/n`. Keeps both.
record MeanSquaredError() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array target = operands.get(1);
    Array result = Array.allocate(Shape.of(), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      double sum = 0;
      for (int i = 0; i < x.size(); i++) {
        float difference = x.at(x.offset(pass) + i) - target.at(target.offset(pass) + i);
        sum += difference * difference;
      }
      result.put(result.offset(pass), (float) (sum / x.size()));
    }
    saver.save("self", x);
    saver.save("target", target);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("self");
    Array target = saved.get("target");
    Array gradient = Array.allocate(x.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      float scale = 2f / x.size() * gradOutput.at(gradOutput.offset(pass));
      for (int i = 0; i < gradient.size(); i++) {
        float difference = x.at(x.offset(pass) + i) - target.at(target.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, scale * difference);
      }
    }
    return new @Nullable Array[] {gradient, null};
  }

  @Override
  public String torchName() {
    return "MseLossBackward0";
  }
}
