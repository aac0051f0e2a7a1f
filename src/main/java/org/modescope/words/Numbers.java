package org.modescope.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as a language writes them, with a real minus sign: the one place that says how many
/// digits each kind of number has.
///
/// Files, results and exported code never go through here.
public final class Numbers {
  private static final double PLAIN_FROM = 0.0095;
  private static final double PLAIN_BELOW = 10_000;
  private static final int GROUP = 3;
  private static final long EXACT_BELOW = 10_000;

  /// A number of so many characters, its point among them, has four digits at the most.
  private static final int SHORT = 5;

  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext FLOAT32_DIGITS = new MathContext(7);

  /// As Spanish orthography asks, and so that 1024 is never taken for PyTorch's 1.024.
  private static final Numbers SPANISH = new Numbers('\u00a0', ',', 5);

  private final char group;
  private final char decimal;
  private final int fewestGrouped;

  /// @param fewestGrouped how many digits before the decimal sign a number has that is grouped
  private Numbers(char group, char decimal, int fewestGrouped) {
    this.group = group;
    this.decimal = decimal;
    this.fewestGrouped = fewestGrouped;
  }

  static Numbers of(Language language) {
    if (language.equals(Language.ENGLISH)) {
      return new Numbers(',', '.', GROUP + 1);
    }
    if (language.tag().equals("es")) {
      return SPANISH;
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
    return new Numbers(symbols.getGroupingSeparator(), symbols.getDecimalSeparator(), GROUP + 1);
  }

  /// A count with its thousands apart: `1,024`.
  public String count(long count) {
    StringBuilder digits = new StringBuilder().append(count);
    int first = count < 0 ? 1 : 0;
    for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
      digits.insert(at, ',');
    }
    return written(digits.toString());
  }

  /// A number with so many decimals: `0.50`.
  public String fixed(double value, int decimals) {
    return finite(value) ? localized("%,." + decimals + "f", value) : infinite(value);
  }

  /// A measured size for a headline: two digits or two decimals; a tiny one keeps its magnitude, so
  /// that small never reads as zero.
  public String size(double value) {
    if (!finite(value)) {
      return infinite(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return "0";
    }
    if (magnitude < PLAIN_FROM || magnitude >= PLAIN_BELOW) {
      return scientific(value);
    }
    return fixed(value, magnitude < 0.0995 ? 3 : magnitude < 99.95 ? 2 : 0);
  }

  /// A number to three significant digits, as a mark of a chart says its value.
  public String figure(double value) {
    if (!finite(value)) {
      return infinite(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return "0";
    }
    if (magnitude < 1e-3 || magnitude >= 1e7) {
      return scientific(value);
    }
    return fixed(value, (int) Math.clamp(2 - Math.floor(Math.log10(magnitude)), 0, 4));
  }

  /// A setting to at most four significant digits, without trailing zeros: `0.1`.
  public String plain(double value) {
    if (!finite(value)) {
      return infinite(value);
    }
    String asItIs = Double.toString(value + 0.0);
    if (asItIs.length() <= SHORT && asItIs.indexOf('E') < 0) {
      return written(asItIs.endsWith(".0") ? asItIs.substring(0, asItIs.length() - 2) : asItIs);
    }
    // A setting is mostly short as it is; the exact value of a double has some fifty digits.
    BigDecimal shortest = BigDecimal.valueOf(value);
    BigDecimal rounded =
        shortest.precision() <= FOUR_DIGITS.getPrecision()
            ? shortest
            : new BigDecimal(value).round(FOUR_DIGITS);
    return written(rounded.stripTrailingZeros().toPlainString());
  }

  /// A number to four significant digits, as a report lists it: `0.6360`.
  public String listed(double value) {
    return finite(value) ? localized("%.4g", value) : infinite(value);
  }

  /// A number with the digits of a float32, as a table shows it.
  public String inFull(double value) {
    return finite(value)
        ? written(new BigDecimal(value).round(FLOAT32_DIGITS).stripTrailingZeros().toString())
        : infinite(value);
  }

  /// Two digits and a power of ten: `1.2e−7`.
  public String scientific(double value) {
    return localized("%.1e", value).replaceFirst("e([+−])0", "e$1").replace("e+", "e");
  }

  /// A share as a percentage that says neither all nor nothing unless it is: `> 99 %`. No line ends
  /// between a number and its sign.
  public String percent(double share) {
    double percent = 100 * share;
    if (share > 0 && percent < 1) {
      return "<\u00a01\u00a0%";
    }
    if (share < 1 && percent > 99) {
      return ">\u00a099\u00a0%";
    }
    return localized("%.0f\u00a0%%", percent);
  }

  /// A count of bytes to the byte: `7,840 B`.
  public String bytes(long bytes) {
    return count(bytes) + " B";
  }

  /// A count of bytes in the unit that suits it: `80 B`, `7.7 KiB`.
  public String roughBytes(long bytes) {
    return bytes < 1024 ? bytes(bytes) : inUnits(bytes);
  }

  /// A count of bytes to the byte where that is short, else in the unit that suits it.
  public String labelBytes(long bytes) {
    return bytes < EXACT_BELOW ? bytes(bytes) : inUnits(bytes);
  }

  private String inUnits(long bytes) {
    double size = bytes / 1024.0;
    for (String unit : new String[] {"KiB", "MiB", "GiB"}) {
      if (size < 1023.95) {
        return localized("%.1f ", size) + unit;
      }
      size /= 1024;
    }
    return localized("%,.1f TiB", size);
  }

  private String localized(String format, Object value) {
    return written(String.format(Locale.ROOT, format, value));
  }

  /// A number that was written for machines, as people read it.
  private String written(String number) {
    StringBuilder text = new StringBuilder(isGrouped(number) ? number : number.replace(",", ""));
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ',' -> text.setCharAt(i, group);
        case '.' -> text.setCharAt(i, decimal);
        case '-' -> text.setCharAt(i, '−');
        default -> {
          // A digit, or part of a unit.
        }
      }
    }
    return text.toString();
  }

  private boolean isGrouped(String number) {
    int end = number.indexOf('.');
    String whole = end < 0 ? number : number.substring(0, end);
    return whole.chars().filter(Character::isDigit).count() >= fewestGrouped;
  }

  private static boolean finite(double value) {
    return Double.isFinite(value);
  }

  private static String infinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  }
}
