package org.modescope.autograd;

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
  public String torchName() {
    return "HardswishBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }
}
