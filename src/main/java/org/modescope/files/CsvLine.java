package org.modescope.files;

import java.util.ArrayList;
import java.util.List;

/// The cells of one line of a table, whose characters become texts only where they are asked for.
final class CsvLine {
  private final StringBuilder characters = new StringBuilder();
  private final List<Integer> ends = new ArrayList<>();
  private long line;
  private boolean hasText;

  void begin(long number) {
    line = number;
    characters.setLength(0);
    ends.clear();
    hasText = false;
  }

  void add(char[] buffer, int offset, int length, boolean isText) {
    characters.append(buffer, offset, length);
    ends.add(characters.length());
    hasText |= isText;
  }

  /// Where the line begins in the file.
  long line() {
    return line;
  }

  /// Whether a cell has anything but blanks.
  boolean hasText() {
    return hasText;
  }

  /// @param count how many cells; empty ones stand for those that are missing
  List<String> cells(int count) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      cells.add(characters.substring(from, end).strip());
      from = end;
    }
    while (cells.size() < count) {
      cells.add("");
    }
    return cells;
  }
}
