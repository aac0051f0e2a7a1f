package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// Compares numbers with PyTorch's, which may have been added up in another order.
final class GoldenNumbers {
  static final double ABSOLUTE = 1e-6;
  static final double RELATIVE = 1e-5;

  private GoldenNumbers() {}

  static void assertClose(String what, float[] actual, float[] expected) {
    assertClose(what, actual, expected, ABSOLUTE);
  }

  /// @param absolute what rounding may do to a number that cancelled to nearly nothing
  static void assertClose(String what, float[] actual, float[] expected, double absolute) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (Float.isFinite(expected[i])) {
        double allowed = absolute + RELATIVE * Math.abs(expected[i]);
        assertThat((double) actual[i])
            .as("%s[%d]", what, i)
            .isCloseTo(expected[i], offset(allowed));
      } else {
        assertThat(Float.valueOf(actual[i]))
            .as("%s[%d]", what, i)
            .isEqualTo(Float.valueOf(expected[i]));
      }
    }
  }
}
