package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.ActivationFunction.Kept;

/// An elementwise function of one argument, `y = f(x)`; the same in train and eval mode.
///
/// With g the gradient of y, x has the gradient `g·f'(x)`. Keeps x or y, whichever the function
/// computes its slope from.
///
/// @param function which one
record Activation(ActivationFunction function) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = x.likewise();
    for (int pass = 0; pass < result.passes(); pass++) {
      long from = x.offset(pass);
      long to = result.offset(pass);
      for (int i = 0; i < result.size(); i++) {
        result.put(to + i, (float) function.value(x.at(from + i)));
      }
    }
    saver.save(function.kept().torchName(), function.kept() == Kept.VALUE ? result : x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
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

  @Override
  public String torchName() {
    return function.torchName();
  }
}
