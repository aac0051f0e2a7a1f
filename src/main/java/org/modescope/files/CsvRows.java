package org.modescope.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.Table;
import org.modescope.words.Phrase;

/// The rows of a table while they are read, in memory that is taken once the header is known.
final class CsvRows {
  private static final int MOST_CELLS = 20_000_000;
  private static final int NOT_KEPT = -1;

  private final Path file;
  private final Blanks whatOfBlanks;
  private final CsvHeader header;
  private final int capacity;
  private final List<CsvColumn> columns;
  private final int[] slots;
  private final String[] texts;
  private final long[] lines;
  private int rows;
  private int blanks;

  private CsvRows(CsvHeader.Request request, CsvHeader header, int capacity) {
    this.file = request.file();
    this.whatOfBlanks = request.wanted().blanks();
    this.header = header;
    this.capacity = capacity;
    columns =
        header.kept().stream()
            .map(
                column ->
                    header.isLabel(column) && !request.survey().isAllNumbers(column, request.mark())
                        ? new CsvColumn.Words(capacity)
                        : (CsvColumn) new CsvColumn.Numbers(capacity, request.mark()))
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
  static CsvRows of(CsvHeader.Request request, CsvHeader header, long lines) {
    long most = lines - header.line();
    int width = Math.max(1, header.kept().size());
    if (most > MOST_CELLS / width) {
      throw new InvalidFileException(
          request.file(),
          Phrase.of("file.csv.too-large", "lines", most, "columns", width, "most", MOST_CELLS));
    }
    return new CsvRows(request, header, Math.toIntExact(most));
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
    if (whatOfBlanks == Blanks.DROP && hasBlank()) {
      return;
    }
    for (int slot = 0; slot < texts.length; slot++) {
      if (isBlank(slot)) {
        putMean(slot);
      } else if (!columns.get(slot).add(texts[slot])) {
        throw refuse(slot, Excerpt.of(texts[slot]), columns.get(slot).allowed());
      }
    }
    rows++;
  }

  private boolean hasBlank() {
    int before = blanks;
    for (int slot = 0; slot < texts.length; slot++) {
      blanks += isBlank(slot) ? 1 : 0;
    }
    return blanks > before;
  }

  /// Whether a cell has nothing, or a word for nothing.
  private boolean isBlank(int slot) {
    return switch (CsvCell.of(texts[slot])) {
      case BLANK -> true;
      case MISSING -> columns.get(slot) instanceof CsvColumn.Numbers;
      case WHOLE, POINT, COMMA, WORD -> false;
    };
  }

  private void putMean(int slot) {
    if (header.isLabel(header.kept().get(slot))) {
      throw refuse(slot, found(texts[slot]), Phrase.of("file.csv.label"));
    }
    if (whatOfBlanks == Blanks.MEAN && columns.get(slot) instanceof CsvColumn.Numbers numbers) {
      numbers.addMissing();
      blanks++;
    } else {
      throw refuse(slot, found(texts[slot]), columns.get(slot).allowed());
    }
  }

  private static Phrase found(String text) {
    return text.isEmpty() ? Phrase.of("file.csv.empty-cell") : Excerpt.of(text);
  }

  /// A line without anything, in a table of one column.
  ///
  /// @throws InvalidFileException if blanks are refused
  void refuseBlank(long line) {
    if (whatOfBlanks == Blanks.REFUSE) {
      lines[0] = line;
      throw refuse(0, Phrase.of("file.csv.empty-cell"), columns.getFirst().allowed());
    }
  }

  private InvalidFileException refuse(int slot, Phrase found, Phrase allowed) {
    return new InvalidFileException(
        file,
        header.place(lines[slot], header.kept().get(slot)),
        Phrase.of("file.csv.found", "found", found, "allowed", allowed));
  }

  CsvHeader header() {
    return header;
  }

  /// How many cells without a number were dealt with.
  int blanks() {
    return blanks;
  }

  /// The table that was read, its columns in the order of the file.
  ///
  /// @throws InvalidFileException if there is no row
  Table table() {
    if (rows == 0) {
      throw new InvalidFileException(file, Phrase.of("file.csv.no-row"));
    }
    if (columns.isEmpty()) {
      throw new InvalidFileException(file, Phrase.of("file.csv.no-numbers"));
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
