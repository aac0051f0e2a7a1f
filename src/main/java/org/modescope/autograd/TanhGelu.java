package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// The approximation of [Gelu] by a hyperbolic tangent.
record TanhGelu() implements ActivationFunction {
  private static final double SCALE = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  @Override
  public double value(double x) {
    return 0.5 * x * (1 + Math.tanh(inner(x)));
  }

  @Override
  public double slope(double x) {
    double tanh = Math.tanh(inner(x));
    // Where the inner slope is beyond single precision PyTorch's product with 0 is NaN.
    float innerSlope = (float) (SCALE * (1 + 3 * CUBIC * x * x));
    return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * innerSlope;
  }

  @Override
  public Change values(int capacity) {
    return loop(capacity, TanhGelu::values);
  }

  @Override
  public Change slopes(int capacity) {
    return loop(capacity, TanhGelu::slopes);
  }

  private static Change loop(int capacity, Pointwise.Join join) {
    Logistic logistic = new Logistic(capacity);
    float[] part = new float[capacity];
    return (x, count) -> {
      twiceInner(x, part, count);
      logistic.of(part, count);
      join.join(x, part, count);
    };
  }

  /// Half of one more than a hyperbolic tangent is the logistic function of twice as much, in which
  /// nothing cancels.
  private static void twiceInner(float[] x, float[] inner, int count) {
    for (int i = 0; i < count; i++) {
      inner[i] = (float) (2 * SCALE) * Math.fma((float) CUBIC * (x[i] * x[i]), x[i], x[i]);
    }
  }

  private static void values(float[] x, float[] part, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = x[i] * part[i];
    }
  }

  private static void slopes(float[] x, float[] part, int count) {
    for (int i = 0; i < count; i++) {
      float innerSlope = (float) SCALE * Math.fma((float) (3 * CUBIC) * x[i], x[i], 1);
      x[i] = part[i] + 2 * x[i] * part[i] * (1 - part[i]) * innerSlope;
    }
  }

  @Override
  public String torchName() {
    return "GeluBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }

  private static double inner(double x) {
    return SCALE * (x + CUBIC * x * x * x);
  }
}
