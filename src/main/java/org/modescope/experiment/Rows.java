package org.modescope.experiment;

import java.util.Locale;

/// Some consecutive rows of a table, as Python would slice them.
///
/// @param first the first row, counted from 0
/// @param end the row after the last
public record Rows(int first, int end) {

  /// So many rows from the first on.
  public static Rows first(int count) {
    return new Rows(0, count);
  }

  /// How many rows.
  public int count() {
    return end - first;
  }

  /// @param available how many rows there are
  /// @param table what they are rows of
  /// @throws InvalidValueException if there are no such rows
  void checkWithin(int available, String table) {
    if (first < 0 || end <= first || end > available) {
      String found = String.format(Locale.ROOT, "[%d, %d]", first, end);
      throw new InvalidValueException(
          "rows",
          found,
          ValueProblem.of(
              ValueProblem.Key.ROWS, "most", available, "table", table, "found", found));
    }
  }
}
