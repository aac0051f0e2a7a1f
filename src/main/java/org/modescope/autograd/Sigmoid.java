package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// The logistic function, 1/(1 + e⁻ˣ).
record Sigmoid() implements ActivationFunction {
  @Override
  public double value(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public double slope(double result) {
    return result * (1 - result);
  }

  @Override
  public Change values(int capacity) {
    return new Logistic(capacity)::of;
  }

  @Override
  public Change slopes(int capacity) {
    return Sigmoid::slopes;
  }

  private static void slopes(float[] result, int count) {
    for (int i = 0; i < count; i++) {
      result[i] = result[i] * (1 - result[i]);
    }
  }

  @Override
  public String torchName() {
    return "SigmoidBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.VALUE;
  }
}
