package org.modescope.ui.chart;

import java.util.Locale;

/// Numbers as people read them: three significant digits and a real minus sign.
public final class NumberText {
  private NumberText() {}

  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e7) {
      return scientific(value);
    }
    int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(size)), 0, 4);
    return signed(String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }

  public static String of(long count) {
    return signed(String.format(Locale.ROOT, "%,d", count));
  }

  public static String scientific(double value) {
    return signed(String.format(Locale.ROOT, "%.1e", value).replace("e+0", "e").replace("e+", "e"))
        .replace("e−0", "e−");
  }

  public static String signed(String number) {
    return number.replace('-', '−');
  }
}
