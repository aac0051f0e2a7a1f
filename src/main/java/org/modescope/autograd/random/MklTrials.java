package org.modescope.autograd.random;

/// Trials as Intel's MKL makes them from one word a call: a multiplicative congruential generator
/// (P. L'Ecuyer, "Tables of linear congruential generators of different sizes and good lattice
/// structure", 1999).
final class MklTrials implements Trials {
  private static final long MODULUS = (1L << 31) - 1;
  private static final long MULTIPLIER = 1132489760;

  private final long threshold;
  private long next;

  /// @param word the generator's word for this call
  MklTrials(int word, double p) {
    next = Integer.toUnsignedLong(word) % MODULUS;
    if (next == 0) {
      next = 1;
    }
    threshold = threshold(p);
  }

  /// The first number whose quotient, as a double, does not lie below p.
  private static long threshold(double p) {
    long number = (long) Math.ceil(p * MODULUS);
    while (number > 0 && (number - 1) / (double) MODULUS >= p) {
      number--;
    }
    while (number < MODULUS && number / (double) MODULUS < p) {
      number++;
    }
    return number;
  }

  @Override
  public void fill(int[] target, int count, float success) {
    int bits = Float.floatToRawIntBits(success);
    for (int i = 0; i < count; i++) {
      target[i] = next < threshold ? bits : 0;
      next = MULTIPLIER * next % MODULUS;
    }
  }
}
