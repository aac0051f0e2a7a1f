package org.modescope.autograd;

import java.lang.foreign.MemorySegment;

/// eˣ and eˣ − 1 of blocks of 32-bit numbers, by loops that compile to vector instructions.
///
/// With k the whole number next to `x/(2·log 2)` and r the rest, `eˣ = (2ᵏ)²·eʳ` (the reduction of
/// W. J. Cody and W. Waite, "Software Manual for the Elementary Functions", 1980). The power is a
/// square so that neither factor leaves the range of normal numbers where their product does. `eʳ −
/// 1` for `|r| ≤ log 2` is r + r²·P(r), with P of degree 6 such that its largest relative error,
/// 1.2·10⁻⁹, is least.
///
/// eˣ is off by less than 2 units in the last place, as is eˣ − 1 for every x of 32 bits; NaN stays
/// NaN. Belongs to one thread.
final class Exponential {
  /// Adding it leaves no fraction: 1.5·2²³.
  private static final float ROUNDING = 0x1.8p23f;

  private static final float PER_DOUBLING = (float) (0.5 / Math.log(2));

  /// 2·log 2 in two parts. The first has 9 bits, so that its product with k is exact.
  private static final float STEP = 1.38671875f;

  private static final float STEP_REST = (float) (2 * Math.log(2) - 1.38671875);

  /// Below it eˣ is 0, above the other it is infinite.
  private static final float LEAST = -105;

  private static final float MOST = 89;

  private static final float P0 = 0.5f;
  private static final float P1 = 0.16666675f;
  private static final float P2 = 0.04166662f;
  private static final float P3 = 0.008332544f;
  private static final float P4 = 0.0013890322f;
  private static final float P5 = 0.00020106033f;
  private static final float P6 = 0.000024801288f;

  private static final int EXPONENT_SHIFT = 23;
  private static final int EXPONENT_OF_ONE = 127;

  private final int[] bits;
  private final float[] powers;
  private final MemorySegment bitsInMemory;
  private final MemorySegment powersInMemory;

  /// For blocks of that many numbers at the most.
  Exponential(int capacity) {
    bits = new int[capacity];
    powers = new float[capacity];
    bitsInMemory = MemorySegment.ofArray(bits);
    powersInMemory = MemorySegment.ofArray(powers);
  }

  /// Puts eˣ in the place of each x.
  void exp(float[] x, int count) {
    reduce(x, bits, count);
    readPowers(count);
    scale(x, powers, count);
  }

  /// The same where every x lies between −150 and 0: that saves bounding it, which costs as much as
  /// half of the rest.
  void expOfBounded(float[] x, int count) {
    reduceBounded(x, bits, count);
    readPowers(count);
    scale(x, powers, count);
  }

  /// Puts eˣ − 1 in the place of each x, none of which is above 88.
  void expm1(float[] x, int count) {
    reduce(x, bits, count);
    readPowers(count);
    scaleLessOne(x, powers, count);
  }

  /// Puts eʳ − 1 in the place of x, and the bits of 2ᵏ beside it.
  private static void reduce(float[] x, int[] bits, int count) {
    for (int i = 0; i < count; i++) {
      float bounded = Math.min(Math.max(x[i], LEAST), MOST);
      float k = Math.fma(bounded, PER_DOUBLING, ROUNDING) - ROUNDING;
      x[i] = powerOfRest(Math.fma(k, -STEP_REST, Math.fma(k, -STEP, bounded)));
      bits[i] = ((int) k + EXPONENT_OF_ONE) << EXPONENT_SHIFT;
    }
  }

  private static void reduceBounded(float[] x, int[] bits, int count) {
    for (int i = 0; i < count; i++) {
      float bounded = x[i];
      float k = Math.fma(bounded, PER_DOUBLING, ROUNDING) - ROUNDING;
      x[i] = powerOfRest(Math.fma(k, -STEP_REST, Math.fma(k, -STEP, bounded)));
      bits[i] = ((int) k + EXPONENT_OF_ONE) << EXPONENT_SHIFT;
    }
  }

  /// eʳ − 1.
  private static float powerOfRest(float r) {
    float p = Math.fma(Math.fma(P6, r, P5), r, P4);
    p = Math.fma(Math.fma(Math.fma(Math.fma(p, r, P3), r, P2), r, P1), r, P0);
    return Math.fma(r * r, p, r);
  }

  /// Reads the bits as numbers. By a copy, because C2 has no vector instruction for
  /// `Float.intBitsToFloat`.
  private void readPowers(int count) {
    MemorySegment.copy(bitsInMemory, 0, powersInMemory, 0, (long) count * Float.BYTES);
  }

  private static void scale(float[] x, float[] powers, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = (x[i] + 1) * powers[i] * powers[i];
    }
  }

  private static void scaleLessOne(float[] x, float[] powers, int count) {
    for (int i = 0; i < count; i++) {
      float power = powers[i] * powers[i];
      x[i] = Math.fma(power, x[i], power - 1);
    }
  }
}
