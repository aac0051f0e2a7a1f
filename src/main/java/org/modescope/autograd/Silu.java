package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// The sigmoid linear unit, x/(1 + e⁻ˣ) (S. Elfwing et al., 2017).
record Silu() implements ActivationFunction {
  @Override
  public double value(double x) {
    return x / (1 + Math.exp(-x));
  }

  @Override
  public double slope(double x) {
    double sigmoid = 1 / (1 + Math.exp(-x));
    return sigmoid * (1 + x * (1 - sigmoid));
  }

  @Override
  public Change values(int capacity) {
    Logistic logistic = new Logistic(capacity);
    float[] sigmoid = new float[capacity];
    return (x, count) -> {
      System.arraycopy(x, 0, sigmoid, 0, count);
      logistic.of(sigmoid, count);
      values(x, sigmoid, count);
    };
  }

  @Override
  public Change slopes(int capacity) {
    Logistic logistic = new Logistic(capacity);
    float[] sigmoid = new float[capacity];
    return (x, count) -> {
      System.arraycopy(x, 0, sigmoid, 0, count);
      logistic.of(sigmoid, count);
      slopes(x, sigmoid, count);
    };
  }

  private static void values(float[] x, float[] sigmoid, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = x[i] * sigmoid[i];
    }
  }

  private static void slopes(float[] x, float[] sigmoid, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = sigmoid[i] * (1 + x[i] * (1 - sigmoid[i]));
    }
  }

  @Override
  public String torchName() {
    return "SiluBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }
}
