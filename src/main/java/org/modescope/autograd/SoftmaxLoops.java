package org.modescope.autograd;

/// What [Softmax] does with each element once its line's largest element and sum are known.
///
/// The exponential is that of [Exponential]; sums and differences are taken in double precision and
/// rounded once.
final class SoftmaxLoops {
  private SoftmaxLoops() {}

  /// Subtracts what belongs to the line from a part of a block.
  static void subtract(float[] values, int from, int end, float largest) {
    for (int i = from; i < end; i++) {
      values[i] -= largest;
    }
  }

  static void subtract(float[] values, float[] largest, int count) {
    for (int i = 0; i < count; i++) {
      values[i] -= largest[i];
    }
  }

  static void divide(float[] values, int from, int end, float divisor) {
    for (int i = from; i < end; i++) {
      values[i] /= divisor;
    }
  }

  static void divide(float[] values, double[] divisors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (float) (values[i] / divisors[i]);
    }
  }

  /// `x − largest − log Σ`, the last two of them in one number.
  static void below(float[] values, int from, int end, double total) {
    for (int i = from; i < end; i++) {
      values[i] = (float) (values[i] - total);
    }
  }

  static void below(float[] values, double[] totals, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (float) (values[i] - totals[i]);
    }
  }

  /// The gradient through probabilities: `y·(g − Σ)`, left in the place of y.
  static void slopes(float[] results, float[] gradients, int from, int end, double sum) {
    for (int i = from; i < end; i++) {
      results[i] = (float) (results[i] * (gradients[i] - sum));
    }
  }

  static void slopes(float[] results, float[] gradients, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      results[i] = (float) (results[i] * (gradients[i] - sums[i]));
    }
  }

  /// The gradient through logarithms: `g − p·Σ`, left in the place of the probability p.
  static void logSlopes(float[] powers, float[] gradients, int from, int end, double sum) {
    for (int i = from; i < end; i++) {
      powers[i] = (float) (gradients[i] - powers[i] * sum);
    }
  }

  static void logSlopes(float[] powers, float[] gradients, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      powers[i] = (float) (gradients[i] - powers[i] * sums[i]);
    }
  }

  static void largest(float[] largest, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      largest[i] = Math.max(largest[i], values[i]);
    }
  }

  static void add(double[] sums, float[] terms, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += terms[i];
    }
  }

  static void addProducts(double[] sums, float[] terms, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += (double) terms[i] * factors[i];
    }
  }

  /// In eight partial sums: one alone would wait for each addition to end.
  static double sum(float[] terms, int from, int end) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = from;
    for (; i < end - 7; i += 8) {
      sum0 += terms[i];
      sum1 += terms[i + 1];
      sum2 += terms[i + 2];
      sum3 += terms[i + 3];
      sum4 += terms[i + 4];
      sum5 += terms[i + 5];
      sum6 += terms[i + 6];
      sum7 += terms[i + 7];
    }
    for (; i < end; i++) {
      sum0 += terms[i];
    }
    return sum0 + sum1 + (sum2 + sum3) + (sum4 + sum5 + (sum6 + sum7));
  }

  static double sumOfProducts(float[] terms, float[] factors, int from, int end) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = from;
    for (; i < end - 7; i += 8) {
      sum0 += (double) terms[i] * factors[i];
      sum1 += (double) terms[i + 1] * factors[i + 1];
      sum2 += (double) terms[i + 2] * factors[i + 2];
      sum3 += (double) terms[i + 3] * factors[i + 3];
      sum4 += (double) terms[i + 4] * factors[i + 4];
      sum5 += (double) terms[i + 5] * factors[i + 5];
      sum6 += (double) terms[i + 6] * factors[i + 6];
      sum7 += (double) terms[i + 7] * factors[i + 7];
    }
    for (; i < end; i++) {
      sum0 += (double) terms[i] * factors[i];
    }
    return sum0 + sum1 + (sum2 + sum3) + (sum4 + sum5 + (sum6 + sum7));
  }
}
