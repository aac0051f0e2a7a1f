package org.modescope.files;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.modescope.words.Phrase;

/// Numbers as people and programs write them into tables: `-1`, `.5`, `2.5e-3`.
final class CsvNumber {
  /// What a cell may have, for messages.
  static final Phrase ALLOWED = Phrase.of("file.csv.number");

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
