package org.modescope.ui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modescope.experiment.InvalidValueException;
import org.modescope.words.Text;

/// Numbers as people type them, and as spreadsheets put them on the clipboard: lines of cells with
/// tabs between them, with a point or a comma before the decimals.
///
/// @param rows all of one length
record NumberBlock(List<float[]> rows) {
  private static final String REAL_MINUS = "−";

  NumberBlock {
    rows = List.copyOf(rows);
  }

  int columns() {
    return rows.isEmpty() ? 0 : rows.getFirst().length;
  }

  float at(int row, int column) {
    return rows.get(row)[column];
  }

  /// What stands on the clipboard.
  ///
  /// @throws InvalidValueException naming the line and cell that is no number, or the line that is
  ///   shorter or longer than the first
  static NumberBlock parse(String clipboard, Text text) {
    String[] lines = clipboard.stripTrailing().split("\\R", -1);
    List<float[]> rows = new ArrayList<>();
    for (int line = 0; line < lines.length; line++) {
      String[] cells = lines[line].split("\t", -1);
      if (line > 0 && cells.length != rows.getFirst().length) {
        throw refused(
            text,
            "weights.paste.ragged",
            "line",
            line + 1,
            "found",
            cells.length,
            "first",
            rows.getFirst().length);
      }
      float[] row = new float[cells.length];
      for (int cell = 0; cell < cells.length; cell++) {
        Optional<Float> number = number(cells[cell]);
        if (number.isEmpty()) {
          throw refused(
              text,
              "weights.paste.no-number",
              "line",
              line + 1,
              "cell",
              cell + 1,
              "found",
              cells[cell].strip());
        }
        row[cell] = number.get();
      }
      rows.add(row);
    }
    return new NumberBlock(rows);
  }

  /// A number that was typed.
  ///
  /// @throws InvalidValueException if it is none
  static float parseOne(String typed, Text text) {
    return number(typed)
        .orElseThrow(() -> refused(text, "weights.no-number", "found", typed.strip()));
  }

  private static Optional<Float> number(String typed) {
    String plain = typed.strip().replace(REAL_MINUS, "-");
    boolean hasDecimalComma =
        plain.indexOf(',') >= 0
            && plain.indexOf(',') == plain.lastIndexOf(',')
            && plain.indexOf('.') < 0;
    String written = hasDecimalComma ? plain.replace(',', '.') : plain;
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "nan" -> Optional.of(Float.NaN);
      case "inf", "infinity" -> Optional.of(Float.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> Optional.of(Float.NEGATIVE_INFINITY);
      default -> finite(written);
    };
  }

  private static Optional<Float> finite(String written) {
    if (!written.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      return Optional.empty();
    }
    float number = Float.parseFloat(written);
    return Float.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static InvalidValueException refused(Text text, String key, Object... values) {
    return new InvalidValueException("values", "", text.say(key, values));
  }
}
