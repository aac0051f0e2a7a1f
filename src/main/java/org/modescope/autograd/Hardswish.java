package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// SiLU drawn with straight lines and a parabola, `x·min(max(x + 3, 0), 6)/6` (A. Howard et al.,
/// "Searching for MobileNetV3", 2019).
record Hardswish() implements ActivationFunction {
  private static final float EDGE = 3;

  @Override
  public double value(double x) {
    return (float) x * Math.min(Math.max((float) x + EDGE, 0), 2 * EDGE) / (2 * EDGE);
  }

  @Override
  public double slope(double x) {
    if (x <= -EDGE) {
      return 0;
    }
    return x < EDGE || Double.isNaN(x) ? x / EDGE + 0.5 : 1;
  }

  @Override
  public Change values(int capacity) {
    return Hardswish::values;
  }

  @Override
  public Change slopes(int capacity) {
    BitChoice choice = new BitChoice(capacity);
    float[] parabola = new float[capacity];
    return (x, count) -> {
      parabola(x, parabola, count);
      choice.whereBetween(x, count, -EDGE, EDGE, parabola);
    };
  }

  private static void values(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = x[i] * Math.min(Math.max(x[i] + EDGE, 0f), 2 * EDGE) / (2 * EDGE);
    }
  }

  private static void parabola(float[] x, float[] slopes, int count) {
    for (int i = 0; i < count; i++) {
      slopes[i] = x[i] / EDGE + 0.5f;
    }
  }

  @Override
  public String torchName() {
    return "HardswishBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }
}
