package org.modescope.autograd;

/// A sum in double precision of blocks of 32-bit numbers, a partial sum for each place in the
/// block.
///
/// One sum alone would wait for each addition to end; these are added by vector instructions. In
/// double precision the order is not seen.
final class DoubleSum {
  private final double[] parts;
  private int used;

  /// For blocks of that many numbers at the most.
  DoubleSum(int capacity) {
    parts = new double[capacity];
  }

  void add(float[] values, int count) {
    used = Math.max(used, count);
    add(parts, values, count);
  }

  void addProducts(float[] values, float[] factors, int count) {
    used = Math.max(used, count);
    addProducts(parts, values, factors, count);
  }

  /// The sum of what was added since the last such call.
  double take() {
    double sum = 0;
    for (int i = 0; i < used; i++) {
      sum += parts[i];
      parts[i] = 0;
    }
    used = 0;
    return sum;
  }

  private static void add(double[] parts, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      parts[i] += values[i];
    }
  }

  private static void addProducts(double[] parts, float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      parts[i] += (double) values[i] * factors[i];
    }
  }
}
