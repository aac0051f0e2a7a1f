package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

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
  public Change values(int capacity) {
    Exponential exponential = new Exponential(capacity);
    float[] power = new float[capacity];
    float positive = (float) scale;
    float negative = negative();
    return (x, count) -> {
      negativePart(x, power, count);
      exponential.expm1(power, count);
      values(x, power, count, positive, negative);
    };
  }

  @Override
  public Change slopes(int capacity) {
    Exponential exponential = new Exponential(capacity);
    BitChoice choice = new BitChoice(capacity);
    float[] below = new float[capacity];
    float positive = (float) scale;
    float negative = negative();
    return (known, count) -> {
      negativePart(known, below, count);
      if (kept == Kept.VALUE) {
        add(below, count, negative);
      } else {
        exponential.exp(below, count);
        multiply(below, count, negative);
      }
      choice.whereAbove0(known, below, count, positive);
      System.arraycopy(below, 0, known, 0, count);
    };
  }

  private static void negativePart(float[] x, float[] part, int count) {
    for (int i = 0; i < count; i++) {
      part[i] = Math.min(x[i], 0f);
    }
  }

  private static void values(
      float[] x, float[] powerLessOne, int count, float positive, float negative) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], 0f) * positive + powerLessOne[i] * negative;
    }
  }

  private static void add(float[] x, int count, float term) {
    for (int i = 0; i < count; i++) {
      x[i] += term;
    }
  }

  private static void multiply(float[] x, int count, float factor) {
    for (int i = 0; i < count; i++) {
      x[i] *= factor;
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
