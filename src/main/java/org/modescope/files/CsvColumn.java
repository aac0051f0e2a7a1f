package org.modescope.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.Table;
import org.modescope.words.Phrase;

/// One column of a table while it is read.
sealed interface CsvColumn {
  /// What a cell may have, for messages.
  Phrase allowed();

  /// Takes the next cell, which is not empty; false if it cannot be had here.
  boolean add(String text);

  /// The column as far as it was read.
  Table.Column column();

  /// A column of numbers.
  final class Numbers implements CsvColumn {
    private final double[] values;
    private final DecimalMark mark;
    private int rows;
    private int missing;
    private double sum;

    Numbers(int capacity, DecimalMark mark) {
      values = new double[capacity];
      this.mark = mark;
    }

    /// Keeps a place for the mean of the others.
    void addMissing() {
      values[rows++] = Double.NaN;
      missing++;
    }

    @Override
    public Phrase allowed() {
      return CsvNumber.allowed(mark);
    }

    @Override
    public boolean add(String text) {
      var number = CsvNumber.parse(text, mark);
      number.ifPresent(this::add);
      return number.isPresent();
    }

    private void add(double value) {
      values[rows++] = value;
      sum += value;
    }

    @Override
    public Table.Column column() {
      for (int row = 0; row < rows && missing > 0; row++) {
        values[row] = Double.isNaN(values[row]) ? sum / Math.max(1, rows - missing) : values[row];
      }
      return new Table.Numbers(rows == values.length ? values : Arrays.copyOf(values, rows));
    }
  }

  /// A column of words, such as the names of classes: each kept once, however often it occurs.
  final class Words implements CsvColumn {
    private static final int MOST_DISTINCT = 100_000;

    private final String[] values;
    private final Map<String, String> distinct = new HashMap<>();
    private int rows;

    Words(int capacity) {
      values = new String[capacity];
    }

    @Override
    public Phrase allowed() {
      return Phrase.of("file.csv.word", "most", MOST_DISTINCT);
    }

    @Override
    public boolean add(String text) {
      String first = distinct.putIfAbsent(text, text);
      values[rows++] = first == null ? text : first;
      return distinct.size() <= MOST_DISTINCT;
    }

    @Override
    public Table.Column column() {
      return new Table.Words(Arrays.asList(values).subList(0, rows));
    }
  }
}
