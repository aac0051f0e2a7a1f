package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modescope.words.Phrase;

/// Takes the cells of a CSV file as they are parsed, record by record; the first is the header.
/// Cells of columns that are not kept do not become text.
final class CsvParse extends CsvCallbackHandler<Long> {
  private static final int MOST_COLUMNS = 1 << 16;
  private static final int LONGEST_CELL = 1000;

  private final CsvHeader.Request request;
  private final long lines;
  private final ReadWatch watch;

  private final List<String> names = new ArrayList<>();
  private @Nullable CsvHeader header;
  private @Nullable CsvRows rows;

  private RecordType type = RecordType.DATA;
  private int cells;
  private long line;
  private long cellLine;
  private long blankLine;
  private boolean hasText;
  private int emptyRows;

  /// @param lines how many lines the file has
  CsvParse(CsvHeader.Request request, long lines, ReadWatch watch) {
    this.request = request;
    this.lines = lines;
    this.watch = watch;
  }

  /// How many rows of nothing but blanks were passed over.
  int emptyRows() {
    return emptyRows;
  }

  /// What was parsed.
  ///
  /// @throws InvalidFileException if there is not even a header
  CsvRows rows() {
    if (rows == null) {
      throw new InvalidFileException(request.file(), Phrase.of("file.csv.empty"));
    }
    return rows;
  }

  /// Where the parser is.
  Phrase place() {
    return header == null || cells >= header.names().size()
        ? Phrase.of(
            "file.place.line-and-column",
            "line",
            Long.toString(cellLine),
            "column",
            Integer.toString(cells + 1))
        : header.place(cellLine, cells);
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return cells;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    cellLine = startingLineNumber;
    type = RecordType.DATA;
    cells = 0;
    hasText = false;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    if (rows == null) {
      addName(text(buffer, offset, length));
    } else if (rows.keeps(cells)) {
      rows.put(cells, cellLine, text(buffer, offset, length));
    }
    hasText = hasText || CsvCell.of(buffer, offset, length) != CsvCell.BLANK;
    cells++;
    if (quoted) {
      cellLine += lineBreaks(buffer, offset, length);
    }
  }

  private void addName(String name) {
    if (names.size() == MOST_COLUMNS) {
      throw refuse(place(), Phrase.of("file.csv.columns", "most", MOST_COLUMNS));
    }
    names.add(name.strip());
  }

  private String text(char[] buffer, int offset, int length) {
    if (length > LONGEST_CELL) {
      throw refuse(
          place(), Phrase.of("file.csv.long-cell", "length", length, "most", LONGEST_CELL));
    }
    return new String(buffer, offset, length);
  }

  private static int lineBreaks(char[] buffer, int offset, int length) {
    int breaks = 0;
    for (int i = offset; i < offset + length; i++) {
      boolean isSecondOfPair = i > offset && buffer[i] == '\n' && buffer[i - 1] == '\r';
      if ((buffer[i] == '\n' || buffer[i] == '\r') && !isSecondOfPair) {
        breaks++;
      }
    }
    return breaks;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    throw new IllegalStateException("comments are not asked for");
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
    blankLine = blankLine == 0 ? line : blankLine;
  }

  @Override
  protected Long buildRecord() {
    if ((line & CsvFile.LINES_BETWEEN_CHECKS) == 0) {
      watch.check((double) line / lines);
    }
    if (type == RecordType.DATA && !hasText) {
      pass();
    } else if (type == RecordType.DATA) {
      if (rows == null) {
        header = request.of(line, names);
        rows = CsvRows.of(request, header, lines);
        blankLine = 0;
      } else {
        endRow(rows, names.size());
      }
    }
    return line;
  }

  /// A row of nothing but blanks, as spreadsheets leave them at the end.
  private void pass() {
    blankLine = blankLine == 0 ? line : blankLine;
    if (rows == null) {
      names.clear();
    } else {
      emptyRows++;
    }
  }

  private void endRow(CsvRows row, int width) {
    if (cells != width) {
      throw refuse(
          Phrase.of("file.place.line", "line", Long.toString(line)),
          Phrase.of("file.csv.width", "found", cells, "allowed", width));
    }
    // In a table of one column a blank line is a cell that is empty; elsewhere it is nothing.
    if (width == 1 && blankLine > 0) {
      row.refuseBlank(blankLine);
      blankLine = 0;
    }
    row.end();
  }

  private InvalidFileException refuse(Phrase place, Phrase problem) {
    return new InvalidFileException(request.file(), place, problem);
  }
}
