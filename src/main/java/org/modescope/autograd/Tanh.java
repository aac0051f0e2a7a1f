package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// The hyperbolic tangent.
record Tanh() implements ActivationFunction {
  @Override
  public double value(double x) {
    return Math.tanh(x);
  }

  @Override
  public double slope(double result) {
    return 1 - result * result;
  }

  @Override
  public Change values(int capacity) {
    return new HyperbolicTangent(capacity)::of;
  }

  @Override
  public Change slopes(int capacity) {
    return Tanh::slopes;
  }

  private static void slopes(float[] result, int count) {
    for (int i = 0; i < count; i++) {
      result[i] = Math.fma(-result[i], result[i], 1);
    }
  }

  @Override
  public String torchName() {
    return "TanhBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.VALUE;
  }
}
