package org.modescope.autograd;

/// A smooth ReLU, `log(1 + e^(beta·x))/beta`; x itself where `beta·x` is above a threshold, from
/// which the two cannot be told apart.
record Softplus(double beta, double threshold) implements ActivationFunction {
  @Override
  public double value(double x) {
    return isLinear(x) ? x : Math.log1p(power(x)) / beta;
  }

  @Override
  public double slope(double x) {
    double power = power(x);
    return isLinear(x) ? 1 : power / (power + 1);
  }

  @Override
  public String torchName() {
    return "SoftplusBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }

  private boolean isLinear(double x) {
    return x * beta > threshold;
  }

  /// Beyond single precision it is infinite, as in PyTorch, where a threshold lets it come so far.
  private double power(double x) {
    return (float) Math.exp(x * beta);
  }
}
