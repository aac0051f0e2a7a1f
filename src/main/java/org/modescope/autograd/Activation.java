package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.ActivationFunction.Kept;

/// An elementwise function of one argument, `y = f(x)`; the same in train and eval mode.
///
/// With g the gradient of y, x has the gradient `g·f'(x)`. Keeps x or y, whichever the function
/// computes its slope from; where y is written over an x that it needs, a copy of x.
///
/// @param function which one
record Activation(ActivationFunction function) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    boolean keepsWhatGoes = keepsArgument() && operands.target() == Target.IN_PLACE;
    if (keepsWhatGoes && saver.isRecording()) {
      Array copy = Array.copyOf(x);
      saver.save(function.kept().torchName(), copy);
      copy.storage().release();
    }
    Array result = operands.elementwise(0);
    for (int pass = 0; pass < result.passes(); pass++) {
      long from = x.offset(pass);
      long to = result.offset(pass);
      for (int i = 0; i < result.size(); i++) {
        result.put(to + i, (float) function.value(x.at(from + i)));
      }
    }
    if (!keepsWhatGoes) {
      saver.save(function.kept().torchName(), keepsArgument() ? x : result);
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    function.checkSlope();
    Array kept = saved.get(function.kept().torchName());
    Array gradient = gradOutput.likewise();
    for (int pass = 0; pass < gradient.passes(); pass++) {
      long from = kept.offset(pass);
      long incoming = gradOutput.offset(pass);
      long to = gradient.offset(pass);
      for (int i = 0; i < gradient.size(); i++) {
        double slope = function.slope(kept.at(from + i));
        gradient.put(to + i, (float) (gradOutput.at(incoming + i) * slope));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  private boolean keepsArgument() {
    return function.kept() == Kept.ARGUMENT;
  }

  @Override
  public String torchName() {
    return function.torchName();
  }
}
