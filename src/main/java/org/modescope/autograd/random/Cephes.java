package org.modescope.autograd.random;

/// Logarithm, sine and cosine in single precision, rounded where PyTorch's vectorised ones round.
///
/// Polynomials and reductions are those of S. L. Moshier's Cephes library, in the form that J.
/// Pommier gave them for vector instructions; products that GCC fuses with a sum are fused here.
final class Cephes {
  private static final float SQUARE_ROOT_OF_HALF = 0.707106781186547524f;
  private static final float LOG_2_HIGH = 0.693359375f;
  private static final float LOG_2_LOW = -2.12194440e-4f;
  private static final float[] LOG = {
    7.0376836292e-2f,
    -1.1514610310e-1f,
    1.1676998740e-1f,
    -1.2420140846e-1f,
    1.4249322787e-1f,
    -1.6668057665e-1f,
    2.0000714765e-1f,
    -2.4999993993e-1f,
    3.3333331174e-1f
  };

  private static final float FOUR_OVER_PI = 1.27323954473516f;

  private static final float QUARTER_PI_HIGH = -0.78515625f;
  private static final float QUARTER_PI_MIDDLE = -2.4187564849853515625e-4f;
  private static final float QUARTER_PI_LOW = -3.77489497744594108e-8f;

  private Cephes() {}

  /// The natural logarithm of x in (0, 1], at least the smallest normal number.
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    float exponent = (bits >>> 23) - 126;
    float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
    if (m < SQUARE_ROOT_OF_HALF) {
      exponent -= 1;
      m = (m - 1) + m;
    } else {
      m -= 1;
    }
    float z = m * m;
    float y = LOG[0];
    for (int i = 1; i < LOG.length; i++) {
      y = Math.fma(y, m, LOG[i]);
    }
    y *= m;
    y = Math.fma(y, z, exponent * LOG_2_LOW);
    y = Math.fma(-z, 0.5f, y);
    m += y;
    return Math.fma(exponent, LOG_2_HIGH, m);
  }

  /// The sine of x, at least 0.
  static float sin(float x) {
    int octant = octant(x);
    float rest = reduced(x, octant);
    float sine = (octant & 2) == 0 ? sine(rest) : cosine(rest);
    return (octant & 4) == 0 ? sine : -sine;
  }

  /// The cosine of x, at least 0.
  static float cos(float x) {
    int octant = octant(x);
    float rest = reduced(x, octant);
    float cosine = (octant & 2) == 0 ? cosine(rest) : sine(rest);
    return ((octant - 2) & 4) == 0 ? -cosine : cosine;
  }

  /// The nearest even multiple of π/4.
  private static int octant(float x) {
    return ((int) (x * FOUR_OVER_PI) + 1) & ~1;
  }

  private static float reduced(float x, int octant) {
    float rest = Math.fma((float) octant, QUARTER_PI_HIGH, x);
    rest = Math.fma((float) octant, QUARTER_PI_MIDDLE, rest);
    return Math.fma((float) octant, QUARTER_PI_LOW, rest);
  }

  private static float cosine(float x) {
    float z = x * x;
    float y = Math.fma(2.443315711809948e-5f, z, -1.388731625493765e-3f);
    y = Math.fma(y, z, 4.166664568298827e-2f);
    y *= z;
    return Math.fma(y, z, -(z * 0.5f)) + 1;
  }

  private static float sine(float x) {
    float z = x * x;
    float y = Math.fma(-1.9515295891e-4f, z, 8.3321608736e-3f);
    y = Math.fma(y, z, -1.6666654611e-1f);
    y *= z;
    return Math.fma(y, x, x);
  }
}
