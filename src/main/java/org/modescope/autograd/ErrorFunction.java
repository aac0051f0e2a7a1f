package org.modescope.autograd;

/// The error function, by the rational approximations of W. J. Cody, "Rational Chebyshev
/// approximations for the error function", Mathematics of Computation 23 (1969); good to double
/// precision, far beyond what 32-bit values need.
final class ErrorFunction {
  private static final double[] SMALL_NUMERATOR = {
    3.16112374387056560e00,
    1.13864154151050156e02,
    3.77485237685302021e02,
    3.20937758913846947e03,
    1.85777706184603153e-1
  };
  private static final double[] SMALL_DENOMINATOR = {
    2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
  };
  private static final double[] MIDDLE_NUMERATOR = {
    5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e01,
    2.98635138197400131e02, 8.81952221241769090e02, 1.71204761263407058e03,
    2.05107837782607147e03, 1.23033935479799725e03, 2.15311535474403846e-8
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    1.57449261107098347e01, 1.17693950891312499e02, 5.37181101862009858e02,
    1.62138957456669019e03, 3.29079923573345963e03, 4.36261909014324716e03,
    3.43936767414372164e03, 1.23033935480374942e03
  };

  /// Beyond this 1 − erf is below half a unit in the last place of a 32-bit 1.
  private static final double SATURATED = 4;

  private static final double SMALL = 0.46875;

  private ErrorFunction() {}

  static double erf(double x) {
    double size = Math.abs(x);
    if (size <= SMALL) {
      return x * small(x * x);
    }
    double value = size < SATURATED ? 1 - complement(size) : 1;
    // NaN fails every comparison above and must come out as it went in.
    return Double.isNaN(x) ? x : Math.copySign(value, x);
  }

  private static double small(double square) {
    double numerator = SMALL_NUMERATOR[4] * square;
    double denominator = square;
    for (int i = 0; i < 3; i++) {
      numerator = (numerator + SMALL_NUMERATOR[i]) * square;
      denominator = (denominator + SMALL_DENOMINATOR[i]) * square;
    }
    return (numerator + SMALL_NUMERATOR[3]) / (denominator + SMALL_DENOMINATOR[3]);
  }

  private static double complement(double size) {
    double numerator = MIDDLE_NUMERATOR[8] * size;
    double denominator = size;
    for (int i = 0; i < 7; i++) {
      numerator = (numerator + MIDDLE_NUMERATOR[i]) * size;
      denominator = (denominator + MIDDLE_DENOMINATOR[i]) * size;
    }
    double ratio = (numerator + MIDDLE_NUMERATOR[7]) / (denominator + MIDDLE_DENOMINATOR[7]);
    return Math.exp(-size * size) * ratio;
  }
}
