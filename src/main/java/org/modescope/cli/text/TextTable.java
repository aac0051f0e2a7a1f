package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modescope.files.Printable;

/// Rows of text in columns as wide as their widest cell; columns of numbers stand on the right.
public final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// @param heading what stands above the column
  public record Column(String heading, Side side) {
    /// A column of words.
    static Column words(String heading) {
      return new Column(heading, Side.LEFT);
    }

    /// A column of numbers.
    static Column numbers(String heading) {
      return new Column(heading, Side.RIGHT);
    }
  }

  /// Where a cell's text stands.
  enum Side {
    LEFT,
    RIGHT
  }

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
    add(this.columns.stream().map(Column::heading).toArray(String[]::new));
  }

  /// Adds a row of as many cells as there are columns.
  public void add(String... cells) {
    rows.add(Arrays.stream(cells).map(Printable::of).toList());
  }

  public void print(PrintStream out) {
    rows.forEach(row -> out.println(line(row).stripTrailing()));
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String padding = " ".repeat(width(i) - row.get(i).length());
      boolean isNumber = columns.get(i).side() == Side.RIGHT;
      line.append(i == 0 ? "" : GAP);
      line.append(isNumber ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
