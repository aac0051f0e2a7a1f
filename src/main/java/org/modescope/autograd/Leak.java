package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// Loops of functions that multiply what is not above 0 by one slope.
final class Leak {
  private Leak() {}

  /// Puts the product in the place of each x that is not above 0.
  ///
  /// The larger of x and its product is x above 0 and the product below, if the slope is positive
  /// and at most 1; if it is more, the smaller.
  static Change of(float slope, int capacity) {
    if (slope > 0 && slope <= 1) {
      return (x, count) -> larger(x, count, slope);
    }
    if (slope > 1 && Float.isFinite(slope)) {
      return (x, count) -> smaller(x, count, slope);
    }
    Change slopes = slopes(slope, capacity);
    float[] factors = new float[capacity];
    return (x, count) -> {
      System.arraycopy(x, 0, factors, 0, count);
      slopes.change(factors, count);
      multiply(x, factors, count);
    };
  }

  /// Puts 1 in the place of each x above 0, and the slope in that of all others.
  static Change slopes(float slope, int capacity) {
    BitChoice choice = new BitChoice(capacity);
    return (x, count) -> choice.whereAbove0(x, count, 1, slope);
  }

  private static void larger(float[] x, int count, float slope) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], x[i] * slope);
    }
  }

  private static void smaller(float[] x, int count, float slope) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.min(x[i], x[i] * slope);
    }
  }

  private static void multiply(float[] x, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      x[i] *= factors[i];
    }
  }
}
