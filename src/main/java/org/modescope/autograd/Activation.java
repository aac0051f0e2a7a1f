package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.ActivationFunction.Kept;
import org.modescope.autograd.HeapBlock.Change;

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
    Pointwise.change(x, result, function::values);
    if (!keepsWhatGoes) {
      saver.save(function.kept().torchName(), keepsArgument() ? x : result);
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    function.checkSlope();
    Array kept = saved.get(function.kept().torchName());
    Array gradient = gradOutput.overwritten();
    Pointwise.join(kept, gradOutput, gradient, this::slopesTimes);
    return new @Nullable Array[] {gradient};
  }

  /// A loop that puts the slope times the gradient in the place of what was kept.
  private Pointwise.Join slopesTimes(int capacity) {
    Change slopes = function.slopes(capacity);
    return (kept, gradOutput, count) -> {
      slopes.change(kept, count);
      multiply(kept, gradOutput, count);
    };
  }

  private static void multiply(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  private boolean keepsArgument() {
    return function.kept() == Kept.ARGUMENT;
  }

  @Override
  public String torchName() {
    return function.torchName();
  }
}
