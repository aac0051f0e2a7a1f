package org.modescope.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// Small pieces of English that readings are made of.
final class Words {
  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private Words() {}

  /// A count: in letters up to twelve, in figures beyond.
  static String count(int number) {
    return number < SMALL.size() ? SMALL.get(number) : "%,d".formatted(number);
  }

  static String times(int number) {
    return number == 1 ? "once" : count(number) + " times";
  }

  /// `a`, `a and b`, `a, b and c`.
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// A layer by its path; one without a name as Python would get it from the net: `net[2]`.
  static String layer(String path) {
    if (path.isEmpty() || !Character.isDigit(path.charAt(0))) {
      return path;
    }
    StringBuilder text = new StringBuilder("net");
    for (String part : path.split("\\.")) {
      text.append(Character.isDigit(part.charAt(0)) ? "[%s]".formatted(part) : "." + part);
    }
    return text.toString();
  }

  static String capitalized(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// A number to two places, or to two digits where it is very small or large.
  static String number(double value) {
    return String.format(Locale.ROOT, value >= 0.01 && value < 1000 ? "%.2f" : "%.2g", value);
  }

  /// A number to at most four significant digits, without trailing zeros.
  static String plain(double value) {
    return new BigDecimal(value)
        .round(new MathContext(4, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// A share as a percentage without its sign, to the nearest whole number; a very small one is not
  /// called nothing.
  static String percent(double share) {
    return share > 0 && share < 0.005 ? "below 1" : Long.toString(Math.round(100 * share));
  }

  static String bytes(long bytes) {
    return "%,d B".formatted(bytes);
  }
}
