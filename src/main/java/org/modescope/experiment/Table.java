package org.modescope.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Named columns of equal length, in memory; never changed.
///
/// @param rows how many rows there are
/// @param columns by name, in order
public record Table(int rows, SequencedMap<String, Column> columns) {

  public Table {
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
  }

  /// One column.
  public sealed interface Column {}

  /// Numbers, one per row.
  ///
  /// @param values a copy goes in and comes out
  public record Numbers(double[] values) implements Column {
    public Numbers {
      values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    /// Compares numbers bit by bit.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Numbers that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return "Numbers" + Arrays.toString(values);
    }
  }

  /// Words, one per row, such as the names of classes.
  public record Words(List<String> values) implements Column {
    public Words {
      values = List.copyOf(values);
    }
  }

  /// The numbers of a column.
  ///
  /// @throws InvalidValueException if there is no such column or it has words
  double[] numbers(String name) {
    return switch (column(name)) {
      case Numbers(double[] values) -> values;
      case Words _ ->
          throw new InvalidValueException(
              "columns", name, ValueProblem.of(ValueProblem.Key.COLUMN_OF_WORDS, "column", name));
    };
  }

  /// Some rows of a column as classes: whole numbers as they are; words numbered from 0 in
  /// alphabetical order of all that the column has.
  ///
  /// @throws InvalidValueException if there is no such column, or a number is not a class
  int[] classes(String name, Rows rows) {
    int[] classes = new int[rows.count()];
    switch (column(name)) {
      case Numbers(double[] values) -> {
        for (int i = 0; i < classes.length; i++) {
          classes[i] = LabelledRows.classOf(values[rows.first() + i]);
        }
      }
      case Words(List<String> values) -> {
        List<String> names = List.copyOf(new TreeSet<>(values));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        names.forEach(word -> numbers.put(word, numbers.size()));
        for (int i = 0; i < classes.length; i++) {
          classes[i] = numbers.getOrDefault(values.get(rows.first() + i), 0);
        }
      }
    }
    return classes;
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new InvalidValueException(
          "column",
          name,
          ValueProblem.of(
              ValueProblem.Key.NO_SUCH_COLUMN,
              "columns",
              String.join(", ", columns.keySet()),
              "found",
              name));
    }
    return column;
  }
}
