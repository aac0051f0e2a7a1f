package org.modescope.files;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as people and programs write them into tables: `-1`, `.5`, `2.5e-3`.
final class CsvNumber {
  /// What a cell may have, for messages.
  static final String ALLOWED = "a number such as -1.5 or 2e-3, of at most 3.4e38, is allowed";

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");

  private CsvNumber() {}

  /// The number that a text stands for, spaces around it apart; empty if it stands for none, or for
  /// one that 32 bits cannot hold.
  static OptionalDouble parse(String text) {
    String stripped = text.strip();
    if (!DECIMAL.matcher(stripped).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(stripped);
    return Float.isFinite((float) number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
