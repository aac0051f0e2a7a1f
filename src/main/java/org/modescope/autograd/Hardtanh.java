package org.modescope.autograd;

/// What lies between two bounds as it is, and the nearer bound elsewhere; NaN stays NaN.
record Hardtanh(double least, double most) implements ActivationFunction {
  @Override
  public double value(double x) {
    return Math.min(Math.max(x, least), most);
  }

  @Override
  public double slope(double x) {
    return x > least && x < most ? 1 : 0;
  }

  @Override
  public String torchName() {
    return "HardtanhBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }
}
