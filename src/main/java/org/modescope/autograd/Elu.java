package org.modescope.autograd;

/// The exponential linear unit, `scale·x` where x is positive and `scale·alpha·(eˣ − 1)` elsewhere
/// (D.-A. Clevert et al., "Fast and accurate deep network learning by exponential linear units",
/// 2015).
///
/// @param kept what the slope is computed from; the value where the argument is overwritten
record Elu(double alpha, double scale, Kept kept) implements ActivationFunction {
  /// What makes an ELU keep mean 0 and variance 1 (G. Klambauer et al., "Self-normalizing neural
  /// networks", 2017).
  static final double SELU_ALPHA = 1.6732632423543772;

  static final double SELU_SCALE = 1.0507009873554805;

  @Override
  public double value(double x) {
    return x > 0 ? x * (float) scale : Math.expm1(x) * negative();
  }

  @Override
  public double slope(double known) {
    if (known > 0) {
      return (float) scale;
    }
    return kept == Kept.VALUE ? known + negative() : negative() * Math.exp(known);
  }

  @Override
  public void checkSlope() {
    if (kept == Kept.VALUE && alpha < 0) {
      throw ActivationFunction.refuseNegativeSlope("elu", "");
    }
  }

  @Override
  public String torchName() {
    return kept == Kept.VALUE ? "EluBackward1" : "EluBackward0";
  }

  private float negative() {
    return (float) alpha * (float) scale;
  }
}
