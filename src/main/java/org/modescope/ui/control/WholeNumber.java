package org.modescope.ui.control;

import org.modescope.experiment.InvalidValueException;

/// Reads whole numbers that someone typed, in the words that every field uses.
public final class WholeNumber {
  private WholeNumber() {}

  /// A number within bounds.
  ///
  /// @param name what the number is called
  /// @throws InvalidValueException naming what was found and what is allowed
  public static int parse(String name, String text, int minimum, int maximum) {
    String typed = text.strip();
    try {
      int number = Integer.parseInt(typed);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw refuse(name, typed, "%,d to %,d".formatted(minimum, maximum));
    }
    throw refuse(name, typed, "%,d to %,d".formatted(minimum, maximum));
  }

  /// Any number that fits 64 bits, as a seed may be.
  ///
  /// @throws InvalidValueException naming what was found and what is allowed
  public static long parseLong(String name, String text) {
    String typed = text.strip();
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException notWhole) {
      throw refuse(name, typed, "−2⁶³ to 2⁶³ − 1");
    }
  }

  private static InvalidValueException refuse(String name, String found, String range) {
    String shown = found.isEmpty() ? "nothing" : "“" + found + "”";
    return new InvalidValueException(
        name, found, "%s must be a whole number from %s; found %s".formatted(name, range, shown));
  }
}
