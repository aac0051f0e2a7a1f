package org.modescope.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/// What `torch.manual_seed` takes: whole numbers from −2⁶³ to 2⁶⁴ − 1, each held as 64 bits, which
/// a negative number has in common with the one that is 2⁶⁴ greater.
public final class Seeds {
  /// What PyTorch says of others.
  public static final String OVERFLOW = "Overflow when unpacking long";

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);

  /// What is allowed, in words.
  public static final String ALLOWED =
      String.format(Locale.ROOT, "a whole number from %,d to %,d", LEAST, MOST);

  private Seeds() {}

  /// Whether there is such a seed, without what follows the number's decimal point.
  public static boolean isInRange(BigDecimal number) {
    // A number of a great many digits is not written out.
    return number.precision() - (long) number.scale() <= MOST.toString().length()
        && number.toBigInteger().compareTo(LEAST) >= 0
        && number.toBigInteger().compareTo(MOST) <= 0;
  }

  /// The seed that a number stands for; what follows its decimal point is dropped, as in PyTorch.
  ///
  /// @param number in range
  public static long of(BigDecimal number) {
    return number.toBigInteger().longValue();
  }

  /// The seed that was typed, a whole number.
  ///
  /// @throws InvalidValueException if it is none, in PyTorch's words if it is out of range
  public static long parse(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(new BigInteger(text.strip()));
    } catch (NumberFormatException notWhole) {
      throw refused("", text);
    }
    if (!isInRange(number)) {
      throw refused(OVERFLOW + ": ", text);
    }
    return of(number);
  }

  private static InvalidValueException refused(String torchMessage, String found) {
    String shown = found.isBlank() ? "nothing" : "“" + found.strip() + "”";
    return new InvalidValueException(
        "seed", found, "%sseed must be %s; found %s".formatted(torchMessage, ALLOWED, shown));
  }
}
