package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// A smooth ReLU, `log(1 + e^(beta·x))/beta`; x itself where `beta·x` is above a threshold, from
/// which the two cannot be told apart.
record Softplus(double beta, double threshold) implements ActivationFunction {
  /// Up to here e to the power of it is finite in single precision.
  private static final double HIGHEST_THRESHOLD = 80;

  private static final float ARTANH_1 = 0.33333158f;
  private static final float ARTANH_2 = 0.20012455f;
  private static final float ARTANH_3 = 0.13980302f;
  private static final float ARTANH_4 = 0.14089167f;

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
  public Change values(int capacity) {
    if (!isUsual()) {
      return definedValues();
    }
    Exponential exponential = new Exponential(capacity);
    float[] power = new float[capacity];
    float[] product = new float[capacity];
    return (x, count) -> {
      products(x, product, power, count);
      exponential.exp(power, count);
      values(x, product, power, count);
    };
  }

  @Override
  public Change slopes(int capacity) {
    if (!isUsual()) {
      return definedSlopes();
    }
    Logistic logistic = new Logistic(capacity);
    float[] sigmoid = new float[capacity];
    return (x, count) -> {
      multiply(x, count, (float) beta);
      System.arraycopy(x, 0, sigmoid, 0, count);
      logistic.of(sigmoid, count);
      slopes(x, sigmoid, count, (float) threshold);
    };
  }

  private boolean isUsual() {
    return beta > 0 && Math.abs(threshold) <= HIGHEST_THRESHOLD;
  }

  /// Puts `beta·x`, at most the threshold, into `product`, and minus its size into `power`.
  private void products(float[] x, float[] product, float[] power, int count) {
    float factor = (float) beta;
    float most = (float) threshold;
    for (int i = 0; i < count; i++) {
      product[i] = Math.min(x[i] * factor, most);
      power[i] = -Math.abs(product[i]);
    }
  }

  /// `log(1 + eᶻ)` as `max(z, 0) + log(1 + e^−|z|)`, whose second part is 2·artanh(w) with `w =
  /// p/(2 + p)` of the power p; its series in w² is cut so that the largest relative error, 4·10⁻⁹,
  /// is least.
  private void values(float[] x, float[] product, float[] power, int count) {
    float factor = (float) beta;
    float most = (float) threshold;
    for (int i = 0; i < count; i++) {
      float w = power[i] / (2 + power[i]);
      float square = w * w;
      float series = Math.fma(Math.fma(ARTANH_4, square, ARTANH_3), square, ARTANH_2);
      series = Math.fma(Math.fma(series, square, ARTANH_1), square, 1);
      float smooth = (Math.max(product[i], 0f) + 2 * w * series) / factor;
      float isLinear = UnitStep.at(x[i] * factor - most);
      x[i] = isLinear * Math.max(x[i], 0f) + (1 - isLinear) * smooth;
    }
  }

  private static void multiply(float[] x, int count, float factor) {
    for (int i = 0; i < count; i++) {
      x[i] *= factor;
    }
  }

  private static void slopes(float[] product, float[] sigmoid, int count, float threshold) {
    for (int i = 0; i < count; i++) {
      float isLinear = UnitStep.at(product[i] - threshold);
      product[i] = isLinear + (1 - isLinear) * sigmoid[i];
    }
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
