package org.modescope.autograd;

/// How much of the normal distribution lies beyond |x|, Φ(−|x|), for blocks of 32-bit numbers.
///
/// It is `e^(−x²/2)·t·P(t)` with `t = 1/(1 + 0.3·|x|)`, the form of C. Hastings, "Approximations
/// for Digital Computers", 1955, with P of degree 9 such that its largest relative error, 3.5·10⁻⁹,
/// is least. The square is taken with its rounding error, which would otherwise grow in the
/// exponent. What comes out is off by less than 6 units in the last place. Belongs to one thread.
final class NormalTail {
  /// From here on nothing is left in single precision.
  static final float END = 15;

  private static final float SPREAD = 0.3f;

  private static final float P0 = 0.119686715f;
  private static final float P1 = 0.11957132f;
  private static final float P2 = 0.110239334f;
  private static final float P3 = 0.07837228f;
  private static final float P4 = 0.096204735f;
  private static final float P5 = -0.07950877f;
  private static final float P6 = 0.19188276f;
  private static final float P7 = -0.22828434f;
  private static final float P8 = 0.112464592f;
  private static final float P9 = -0.020628622f;

  private final Exponential exponential;
  private final float[] probability;
  private final float[] bell;
  private final float[] correction;
  private final float[] bounded;

  /// For blocks of that many numbers at the most.
  NormalTail(int capacity) {
    exponential = new Exponential(capacity);
    probability = new float[capacity];
    bell = new float[capacity];
    correction = new float[capacity];
    bounded = new float[capacity];
  }

  /// Computes what [#probability] and [#bell] then hold.
  void beyond(float[] x, int count) {
    bound(x, bounded, count);
    halfSquares(bounded, bell, correction, count);
    exponential.expOfBounded(bell, count);
    ratios(bounded, probability, count);
    multiply(probability, bell, correction, count);
  }

  /// Φ(−|x|) of each x.
  float[] probability() {
    return probability;
  }

  /// e^(−x²/2) of each x.
  float[] bell() {
    return bell;
  }

  /// |x|, but at most [#END].
  float[] bounded() {
    return bounded;
  }

  private static void bound(float[] x, float[] bounded, int count) {
    for (int i = 0; i < count; i++) {
      bounded[i] = Math.min(Math.abs(x[i]), END);
    }
  }

  /// Puts −x²/2, rounded, into `exponent`, and e to the power of what is missing into `correction`.
  private static void halfSquares(float[] x, float[] exponent, float[] correction, int count) {
    for (int i = 0; i < count; i++) {
      float square = x[i] * x[i];
      exponent[i] = -0.5f * square;
      correction[i] = Math.fma(-0.5f, Math.fma(x[i], x[i], -square), 1);
    }
  }

  private static void ratios(float[] x, float[] ratio, int count) {
    for (int i = 0; i < count; i++) {
      float t = 1 / Math.fma(x[i], SPREAD, 1);
      float p = Math.fma(Math.fma(Math.fma(P9, t, P8), t, P7), t, P6);
      p = Math.fma(Math.fma(Math.fma(p, t, P5), t, P4), t, P3);
      p = Math.fma(Math.fma(Math.fma(p, t, P2), t, P1), t, P0);
      ratio[i] = t * p;
    }
  }

  private static void multiply(float[] ratio, float[] bell, float[] correction, int count) {
    for (int i = 0; i < count; i++) {
      bell[i] *= correction[i];
      ratio[i] *= bell[i];
    }
  }
}
