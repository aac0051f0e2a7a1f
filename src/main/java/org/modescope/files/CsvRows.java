package org.modescope.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.experiment.Table;
import org.modescope.words.Phrase;

/// The rows of a table while they are read, in memory that is taken once the header is known.
final class CsvRows {
  private static final int MOST_CELLS = 20_000_000;
  private static final int NOT_KEPT = -1;

  private final Path file;
  private final CsvHeader header;
  private final int capacity;
  private final List<CsvColumn> columns;
  private final int[] slots;
  private final String[] texts;
  private final long[] lines;
  private int rows;
  private boolean labelHasWords;

  /// What the label column is taken for.
  enum LabelKind {
    NUMBERS,
    WORDS
  }

  private CsvRows(Path file, CsvHeader header, LabelKind labelKind, int capacity) {
    this.file = file;
    this.header = header;
    this.capacity = capacity;
    columns =
        header.kept().stream()
            .map(
                column ->
                    header.isLabel(column) && labelKind == LabelKind.WORDS
                        ? new CsvColumn.Words(capacity)
                        : (CsvColumn) new CsvColumn.Numbers(capacity))
            .toList();
    slots = new int[header.names().size()];
    Arrays.fill(slots, NOT_KEPT);
    for (int slot = 0; slot < columns.size(); slot++) {
      slots[header.kept().get(slot)] = slot;
    }
    texts = new String[columns.size()];
    lines = new long[columns.size()];
  }

  /// @param lines how many lines the file has
  /// @throws InvalidFileException if that may be more rows than can be taken
  static CsvRows of(Path file, CsvHeader header, LabelKind labelKind, long lines) {
    long most = lines - header.line();
    int width = header.kept().size();
    if (most > MOST_CELLS / width) {
      throw new InvalidFileException(
          file,
          Phrase.of("file.csv.too-large", "lines", most, "columns", width, "most", MOST_CELLS));
    }
    return new CsvRows(file, header, labelKind, Math.toIntExact(most));
  }

  /// Whether cells of a column are kept.
  boolean keeps(int column) {
    return column < slots.length && slots[column] != NOT_KEPT;
  }

  /// Takes a cell of the row that is being read.
  ///
  /// @param line where the cell begins
  void put(int column, long line, String text) {
    texts[slots[column]] = text.strip();
    lines[slots[column]] = line;
  }

  /// Takes the row, whose cells are complete.
  ///
  /// @throws InvalidFileException if one of them is empty or no number
  void end() {
    if (rows == capacity) {
      throw new InvalidFileException(file, Phrase.of("file.changed"));
    }
    for (int slot = 0; slot < texts.length; slot++) {
      if (texts[slot].isEmpty()) {
        throw refuse(slot, Phrase.of("file.csv.empty-cell"));
      }
      if (!columns.get(slot).add(texts[slot])) {
        if (!header.isLabel(header.kept().get(slot))
            || columns.get(slot) instanceof CsvColumn.Words) {
          throw refuse(slot, Excerpt.of(texts[slot]));
        }
        labelHasWords = true;
      }
    }
    rows++;
  }

  private InvalidFileException refuse(int slot, Phrase found) {
    return new InvalidFileException(
        file,
        header.place(lines[slot], header.kept().get(slot)),
        Phrase.of("file.csv.found", "found", found, "allowed", columns.get(slot).allowed()));
  }

  /// Whether the label column, taken for numbers, has a word.
  boolean labelHasWords() {
    return labelHasWords;
  }

  /// The table that was read, its columns in the order of the file.
  ///
  /// @throws InvalidFileException if there is no row
  Table table() {
    if (rows == 0) {
      throw new InvalidFileException(file, Phrase.of("file.csv.no-row"));
    }
    SequencedMap<String, Table.Column> read = new LinkedHashMap<>();
    for (int column = 0; column < slots.length; column++) {
      if (keeps(column)) {
        read.put(header.names().get(column), columns.get(slots[column]).column());
      }
    }
    return new Table(rows, read);
  }
}
