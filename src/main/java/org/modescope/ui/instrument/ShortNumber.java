package org.modescope.ui.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// A number that is written in full, as a table shows it: with as many digits as a float32 has.
final class ShortNumber {
  private static final Pattern WITH_FRACTION = Pattern.compile("-?\\d+\\.\\d{5,}(E-?\\d+)?");
  private static final MathContext FLOAT32 = new MathContext(7);

  private ShortNumber() {}

  /// @param written a number; anything else, or a number that is short, stays as it is
  static String of(String written) {
    return WITH_FRACTION.matcher(written).matches()
        ? new BigDecimal(written).round(FLOAT32).toString()
        : written;
  }
}
