package org.modescope.autograd;

/// The logistic function, 1/(1 + e⁻ˣ), of blocks of 32-bit numbers; off by less than 3 units in the
/// last place, and 0 where e⁻ˣ is beyond single precision. Belongs to one thread.
final class Logistic {
  private final Exponential exponential;

  /// For blocks of that many numbers at the most.
  Logistic(int capacity) {
    exponential = new Exponential(capacity);
  }

  /// Puts the value in the place of each x.
  void of(float[] x, int count) {
    negate(x, count);
    exponential.exp(x, count);
    invert(x, count);
  }

  private static void negate(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = -x[i];
    }
  }

  private static void invert(float[] power, int count) {
    for (int i = 0; i < count; i++) {
      power[i] = 1 / (1 + power[i]);
    }
  }
}
