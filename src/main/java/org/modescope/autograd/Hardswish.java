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
    return Hardswish::slopes;
  }

  private static void values(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = x[i] * Math.min(Math.max(x[i] + EDGE, 0f), 2 * EDGE) / (2 * EDGE);
    }
  }

  private static void slopes(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      float isAboveLower = UnitStep.at(x[i] + EDGE);
      float isBelowUpper = UnitStep.at(EDGE - x[i]);
      float parabola = Math.min(Math.max(x[i], -EDGE), EDGE) / EDGE + 0.5f;
      x[i] = isAboveLower * isBelowUpper * parabola + (1 - isBelowUpper);
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
