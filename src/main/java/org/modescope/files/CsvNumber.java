package org.modescope.files;

import java.util.OptionalDouble;
import org.modescope.experiment.DecimalMark;
import org.modescope.words.Phrase;

/// Numbers as people and programs write them into tables: `-1`, `.5`, `2.5e-3`, or with a decimal
/// comma.
final class CsvNumber {
  private CsvNumber() {}

  /// What a cell may have, for messages.
  static Phrase allowed(DecimalMark mark) {
    return switch (mark) {
      case POINT -> Phrase.of("file.csv.number");
      case COMMA -> Phrase.of("file.csv.number-comma");
    };
  }

  /// The number that a text stands for, spaces around it apart; empty if it stands for none, or for
  /// one that 32 bits cannot hold.
  static OptionalDouble parse(String text, DecimalMark mark) {
    String stripped = text.strip();
    boolean isNumber =
        switch (CsvCell.of(stripped)) {
          case WHOLE -> true;
          case POINT -> mark == DecimalMark.POINT;
          case COMMA -> mark == DecimalMark.COMMA;
          case BLANK, MISSING, WORD -> false;
        };
    if (!isNumber) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(stripped.replace(',', '.'));
    return Float.isFinite((float) number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
