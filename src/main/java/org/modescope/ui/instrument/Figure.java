package org.modescope.ui.instrument;

import java.util.Locale;

/// Measured numbers as headlines and sentences say them.
public final class Figure {
  private static final double PLAIN_FROM = 0.0095;
  private static final double PLAIN_BELOW = 10_000;

  private Figure() {}

  /// A size with two significant digits or two decimals; tiny ones keep their magnitude, so that
  /// small never reads as zero.
  static String size(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return "0";
    }
    if (magnitude < PLAIN_FROM || magnitude >= PLAIN_BELOW) {
      return scientific(value);
    }
    int decimals = magnitude < 0.0995 ? 3 : magnitude < 99.95 ? 2 : 0;
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }

  /// A share as a percentage that never says all or nothing unless it is.
  static String percent(double share) {
    double percent = 100 * share;
    if (share > 0 && percent < 1) {
      return "< 1 %";
    }
    if (share < 1 && percent > 99) {
      return "> 99 %";
    }
    return String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /// A count of bytes in the unit that suits it: `80 B`, `7.7 KiB`.
  static String bytes(long bytes) {
    if (bytes < 1024) {
      return exactBytes(bytes);
    }
    double size = bytes / 1024.0;
    for (String unit : new String[] {"KiB", "MiB"}) {
      if (size < 1023.95) {
        return String.format(Locale.ROOT, "%.1f %s", size, unit);
      }
      size /= 1024;
    }
    return String.format(Locale.ROOT, "%,.1f GiB", size);
  }

  /// A count of bytes to the byte: `7,840 B`.
  static String exactBytes(long bytes) {
    return count(bytes) + " B";
  }

  /// A count with its thousands apart.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A count and what is counted: `1 pass`, `10 passes`.
  public static String count(long count, String one, String several) {
    return count(count) + " " + (count == 1 ? one : several);
  }

  private static String scientific(double value) {
    return minus(String.format(Locale.ROOT, "%.1e", value).replaceFirst("e([+-])0?", "e$1"))
        .replace("e+", "e");
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
