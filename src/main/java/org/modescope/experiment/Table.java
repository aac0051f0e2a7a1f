package org.modescope.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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

    /// The numbers of some rows.
    double[] of(Rows rows) {
      return Arrays.copyOfRange(values, rows.first(), rows.end());
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
    return columnOfNumbers(name).values();
  }

  /// The numbers of a column in some rows.
  ///
  /// @throws InvalidValueException if there is no such column or it has words
  double[] numbers(String name, Rows chosen) {
    return columnOfNumbers(name).of(chosen);
  }

  /// @throws InvalidValueException if there is no such column or it has words
  void checkNumbers(String name) {
    columnOfNumbers(name);
  }

  private Numbers columnOfNumbers(String name) {
    return switch (column(name)) {
      case Numbers numbers -> numbers;
      case Words _ ->
          throw new InvalidValueException(
              "columns", name, ValueProblem.of(ValueProblem.Key.COLUMN_OF_WORDS, "column", name));
    };
  }

  /// The names of the classes of a column of words, in alphabetical order of all that it has; empty
  /// for a column of numbers, which are classes already.
  ///
  /// @throws InvalidValueException if there is no such column
  List<String> classNames(String name) {
    return switch (column(name)) {
      case Numbers _ -> List.of();
      case Words(List<String> values) -> List.copyOf(new TreeSet<>(values));
    };
  }

  /// Some rows of a column as classes: whole numbers as they are; words by their place among names.
  ///
  /// @param names of the classes, numbered from 0
  /// @throws InvalidValueException if there is no such column, a number is not a class, or a word
  ///   is not among the names
  int[] classes(String name, Rows rows, List<String> names) {
    int[] classes = new int[rows.count()];
    switch (column(name)) {
      case Numbers(double[] values) -> {
        for (int i = 0; i < classes.length; i++) {
          classes[i] = LabelledRows.classOf(values[rows.first() + i]);
        }
      }
      case Words(List<String> values) -> {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(word -> numbers.put(word, numbers.size()));
        for (int i = 0; i < classes.length; i++) {
          classes[i] = number(name, values.get(rows.first() + i), numbers);
        }
      }
    }
    return classes;
  }

  private static int number(String column, String word, Map<String, Integer> numbers) {
    Integer number = numbers.get(word);
    if (number == null) {
      throw new InvalidValueException(
          "column",
          word,
          ValueProblem.of(
              ValueProblem.Key.UNSEEN_LABEL,
              "label",
              word,
              "column",
              column,
              "labels",
              String.join(", ", new TreeSet<>(numbers.keySet()))));
    }
    return number;
  }

  /// A column by its name.
  ///
  /// @throws InvalidValueException if there is no such column
  public Column column(String name) {
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
