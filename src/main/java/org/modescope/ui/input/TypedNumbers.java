package org.modescope.ui.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.words.Text;

/// Rows of numbers as people type them or paste them from a spreadsheet: a line for each row,
/// numbers parted by tabs, semicolons, commas or spaces, with decimal points or, where commas part
/// nothing, decimal commas. A first line of names is passed over.
final class TypedNumbers {
  private static final int LONGEST_SHOWN = 20;
  private static final int MOST_VALUES = 1 << 20;

  private TypedNumbers() {}

  /// What became of a text.
  sealed interface Outcome {}

  /// Its numbers, row by row.
  record Read(int rows, int columns, float[] numbers) implements Outcome {}

  /// Why there are none.
  record Refused(String why) implements Outcome {}

  static Outcome read(String written, Text text) {
    List<String> lines = written.lines().toList();
    String separator = separator(written);
    List<String[]> rows = new ArrayList<>();
    List<Float> numbers = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).isBlank()) {
        continue;
      }
      String[] cells = lines.get(line).strip().split(separator, -1);
      boolean isHeader = rows.isEmpty() && Arrays.stream(cells).noneMatch(TypedNumbers::isNumber);
      if (isHeader && hasMore(lines, line)) {
        continue;
      }
      if (!rows.isEmpty() && cells.length != rows.getFirst().length) {
        return new Refused(
            text.say(
                "sheet.typed.width",
                "line",
                line + 1,
                "found",
                cells.length,
                "allowed",
                rows.getFirst().length));
      }
      for (int column = 0; column < cells.length; column++) {
        if (!isNumber(cells[column]) || numbers.size() == MOST_VALUES) {
          return refused(line, column, cells[column], text);
        }
        numbers.add(number(cells[column]));
      }
      rows.add(cells);
    }
    if (rows.isEmpty()) {
      return new Refused(text.say("sheet.typed.nothing"));
    }
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i);
    }
    return new Read(rows.size(), rows.getFirst().length, values);
  }

  private static Outcome refused(int line, int column, String cell, Text text) {
    String found = cell.strip();
    return new Refused(
        text.say(
            found.isEmpty() ? "sheet.typed.blank" : "sheet.typed.no-number",
            "line",
            line + 1,
            "column",
            column + 1,
            "found",
            found.length() > LONGEST_SHOWN ? found.substring(0, LONGEST_SHOWN) + "…" : found));
  }

  private static boolean hasMore(List<String> lines, int line) {
    return lines.stream().skip(line + 1L).anyMatch(each -> !each.isBlank());
  }

  /// What parts numbers: the first of tab, semicolon, and comma that stands there; else spaces.
  private static String separator(String written) {
    if (written.indexOf('\t') >= 0) {
      return "\t";
    }
    if (written.indexOf(';') >= 0) {
      return "\\s*;\\s*";
    }
    boolean hasPoints = written.matches("(?s).*\\d\\.\\d.*");
    boolean hasSpacedNumbers = written.matches("(?s).*\\d,\\d+[ ]+[-+]?\\d.*");
    return written.indexOf(',') >= 0 && (hasPoints || !hasSpacedNumbers) ? "\\s*,\\s*" : "\\s+";
  }

  private static boolean isNumber(String cell) {
    String number = cell.strip().replace(',', '.');
    return number.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
        && Float.isFinite(Float.parseFloat(number));
  }

  private static float number(String cell) {
    return Float.parseFloat(cell.strip().replace(',', '.'));
  }

  /// Numbers as they are read again, a line for each row.
  static String write(Values values) {
    int rows = values.shape().size(0);
    float[] numbers = values.values();
    int width = rows == 0 ? 0 : numbers.length / rows;
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      written.append(plain(numbers[i])).append((i + 1) % width == 0 ? "\n" : "\t");
    }
    return written.toString();
  }

  private static String plain(float number) {
    return number == Math.rint(number) && Math.abs(number) < 1e7f
        ? Integer.toString((int) number)
        : Float.toString(number);
  }
}
