package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of squared differences of two arrays of one shape, or stretched to one, `y = Σ(x −
/// target)²/n`; a scalar.
///
/// With g the gradient of y, x has the gradient `2g(x − target)/n`, added up where it was
/// stretched. Keeps both, in the shape that they were stretched to and in the memory that they had
/// before.
record MeanSquaredError() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array given = operands.get(0);
    Array wanted = operands.get(1);
    Shape shape = given.shape().broadcast(wanted.shape());
    Array x = new Stretch(given.shape(), shape).stretched(given);
    Array target = new Stretch(wanted.shape(), shape).stretched(wanted);
    Array result = Array.allocate(Shape.of(), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      double sum = 0;
      for (int i = 0; i < x.size(); i++) {
        float difference = x.at(x.offset(pass) + i) - target.at(target.offset(pass) + i);
        sum += difference * difference;
      }
      result.put(result.offset(pass), (float) (sum / x.size()));
    }
    x.storage().release();
    target.storage().release();
    saver.save("self", given.reshaped(shape));
    saver.save("target", wanted.reshaped(shape));
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Stretch ofX = stretch(saved, "self", 0);
    Stretch ofTarget = stretch(saved, "target", 1);
    Array x = ofX.stretched(saved.get("self").reshaped(ofX.from()));
    Array target = ofTarget.stretched(saved.get("target").reshaped(ofTarget.from()));
    Array gradient = Array.allocate(x.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      float scale = 2f / x.size() * gradOutput.at(gradOutput.offset(pass));
      for (int i = 0; i < gradient.size(); i++) {
        float difference = x.at(x.offset(pass) + i) - target.at(target.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, scale * difference);
      }
    }
    x.storage().release();
    target.storage().release();
    return new @Nullable Array[] {ofX.summedOver(gradient), null};
  }

  private static Stretch stretch(Saved saved, String name, int operand) {
    return new Stretch(saved.operandShape(operand), saved.get(name).shape());
  }

  @Override
  public String torchName() {
    return "MseLossBackward0";
  }
}
