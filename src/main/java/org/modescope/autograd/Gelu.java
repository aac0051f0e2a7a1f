package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// The Gaussian error linear unit, x·Φ(x) (D. Hendrycks and K. Gimpel, 2016).
record Gelu() implements ActivationFunction {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  @Override
  public double value(double x) {
    return x * probability(x);
  }

  @Override
  public double slope(double x) {
    return probability(x) + x * DENSITY * Math.exp(-0.5 * x * x);
  }

  @Override
  public Change values(int capacity) {
    NormalTail tail = new NormalTail(capacity);
    return (x, count) -> {
      tail.beyond(x, count);
      values(x, tail.bounded(), tail.probability(), count);
    };
  }

  @Override
  public Change slopes(int capacity) {
    NormalTail tail = new NormalTail(capacity);
    return (x, count) -> {
      tail.beyond(x, count);
      slopes(x, tail.probability(), tail.bell(), count);
    };
  }

  /// x·Φ(x) is `max(x, 0) − |x|·tail`. Where nothing is left of the tail, |x| is bounded: the
  /// infinite x comes out as it is, and −∞ as NaN, as in PyTorch. Half of x and of |x| are added
  /// up, because that takes fewer instructions than a maximum.
  private static void values(float[] x, float[] bounded, float[] tail, int count) {
    for (int i = 0; i < count; i++) {
      float positive = 0.5f * x[i] + 0.5f * Math.abs(x[i]);
      x[i] = positive - bounded[i] * tail[i];
    }
  }

  private static void slopes(float[] x, float[] tail, float[] bell, int count) {
    for (int i = 0; i < count; i++) {
      float sign = Math.signum(x[i]);
      float probability = Math.fma(-sign, tail[i], 0.5f * sign + 0.5f);
      x[i] = Math.fma(x[i] * (float) DENSITY, bell[i], probability);
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

  private static double probability(double x) {
    return 0.5 * (1 + ErrorFunction.erf(x * ROOT_HALF));
  }
}
