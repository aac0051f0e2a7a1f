package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.Separator;
import org.modescope.experiment.TableForm;

/// A look at a table before it is taken: its form, its columns, some of its rows as they stand in
/// the file, and the cells that lack what they should have: numbers, or labels.
///
/// @param form how the text was taken apart
/// @param columns in the order of the file, but for those without a name or a cell
/// @param rows how many rows there are, those of nothing but blanks apart
/// @param troubles the first of these cells
/// @param troubled how many there are
/// @param troubledRows in how many rows
/// @param shown the first rows, and those around troubles
public record CsvPreview(
    TableForm form,
    List<Column> columns,
    int rows,
    List<Trouble> troubles,
    int troubled,
    int troubledRows,
    List<Row> shown) {
  private static final int MOST_TROUBLES = 50;
  private static final int FIRST_ROWS = 3;
  private static final int MOST_ROWS = 12;
  private static final int LONGEST_CELL = 60;

  public CsvPreview {
    columns = List.copyOf(columns);
    troubles = List.copyOf(troubles);
    shown = List.copyOf(shown);
  }

  /// @param isNumbers whether it is taken where nobody chooses
  public record Column(String name, boolean isNumbers) {}

  /// A cell of a column of numbers that has none, or of the labels that has nothing.
  ///
  /// @param line where its row begins
  /// @param row its place among the rows, those of nothing but blanks apart, from 0
  /// @param column its index among [#columns]
  /// @param found what stands there; empty for nothing
  public record Trouble(long line, int row, int column, String found) {}

  /// A row as it stands in the file.
  ///
  /// @param line where it begins
  /// @param cells as many as there are columns
  /// @param follows whether the row before it is the one shown before it
  public record Row(long line, List<String> cells, boolean follows) {}

  /// @param asked how the text is to be taken apart; empty to find out
  /// @param label the column that has labels, which may be words
  /// @throws InvalidFileException if it is no text
  /// @throws CancellationException if the watch ends it
  /// @throws IOException if it cannot be read
  public static CsvPreview of(
      Path file, Optional<TableForm> asked, Optional<String> label, ReadWatch watch)
      throws IOException {
    RegularFile.check(file);
    double counted = 0.2;
    double surveyed = 0.6;
    long lines = TextLines.count(file, watch.part(0, counted));
    Separator separator = asked.isPresent() ? asked.get().separator() : CsvSniffer.find(file);
    CsvSurvey survey = CsvFile.survey(file, separator, lines, watch.part(counted, surveyed));
    DecimalMark mark = asked.map(TableForm::decimal).orElseGet(survey::decimalMark);
    Look look = new Look(survey, mark, label, lines, watch.part(surveyed, 1));
    try {
      CsvFile.readAll(look, file, separator);
    } catch (CsvParseException unreadable) {
      if (unreadable.getCause() instanceof CancellationException ended) {
        throw ended;
      }
      // What was seen is shown; taking the table says what is wrong.
    }
    return look.preview(new TableForm(separator, mark));
  }

  /// Goes through the rows once more.
  private static final class Look extends CsvCallbackHandler<Long> {
    private final DecimalMark mark;
    private final Set<Integer> numbers;
    private final int[] places;
    private final int words;
    private final List<Column> columns = new ArrayList<>();
    private final long lines;
    private final ReadWatch watch;
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Row> shown = new ArrayList<>();
    private final List<Integer> bad = new ArrayList<>();
    private CsvLine now = new CsvLine();
    private CsvLine before = new CsvLine();
    private boolean isEmpty;
    private boolean hasHeader;
    private boolean showsNext;
    private int field;
    private int rows;
    private int troubled;
    private int troubledRows;
    private int lastShown = -1;

    Look(CsvSurvey survey, DecimalMark mark, Optional<String> label, long lines, ReadWatch watch) {
      this.mark = mark;
      this.lines = lines;
      this.watch = watch;
      numbers = survey.numbers(mark);
      int labels = label.map(survey.names()::indexOf).orElse(-1);
      words = labels >= 0 && !survey.isAllNumbers(labels, mark) ? labels : -1;
      places = new int[survey.names().size()];
      for (int column = 0; column < places.length; column++) {
        places[column] = survey.isVoid(column) ? -1 : columns.size();
        if (!survey.isVoid(column)) {
          columns.add(new Column(survey.names().get(column), numbers.contains(column)));
        }
      }
    }

    CsvPreview preview(TableForm form) {
      return new CsvPreview(form, columns, rows, troubles, troubled, troubledRows, shown);
    }

    @Override
    protected RecordType getRecordType() {
      return isEmpty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
      return field;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
      CsvLine other = before;
      before = now;
      now = other;
      now.begin(startingLineNumber);
      field = 0;
      isEmpty = false;
      bad.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
      int place = field < places.length ? places[field] : -1;
      if (place >= 0) {
        CsvCell cell = CsvCell.of(buffer, offset, length);
        now.add(buffer, offset, Math.min(length, LONGEST_CELL), cell != CsvCell.BLANK);
        if (field == words ? cell == CsvCell.BLANK : isBad(place, cell)) {
          bad.add(place);
        }
      }
      field++;
    }

    private boolean isBad(int place, CsvCell cell) {
      return columns.get(place).isNumbers() && !isNumber(cell);
    }

    private boolean isNumber(CsvCell cell) {
      return switch (cell) {
        case WHOLE -> true;
        case POINT -> mark == DecimalMark.POINT;
        case COMMA -> mark == DecimalMark.COMMA;
        case BLANK, MISSING, WORD -> false;
      };
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
      throw new IllegalStateException("comments are not asked for");
    }

    @Override
    protected void setEmpty() {
      isEmpty = true;
    }

    @Override
    protected Long buildRecord() {
      long line = now.line();
      if ((line & CsvFile.LINES_BETWEEN_CHECKS) == 0) {
        watch.check((double) line / lines);
      }
      if (isEmpty || !now.hasText()) {
        // The row before this line is still the one before the next.
        CsvLine other = before;
        before = now;
        now = other;
        return line;
      }
      if (hasHeader) {
        row();
      }
      hasHeader = true;
      return line;
    }

    private void row() {
      if (!bad.isEmpty()) {
        troubled += bad.size();
        troubledRows++;
        List<String> cells =
            troubles.size() < MOST_TROUBLES ? now.cells(columns.size()) : List.of();
        bad.stream()
            .limit(MOST_TROUBLES - troubles.size())
            .forEach(place -> troubles.add(new Trouble(now.line(), rows, place, cells.get(place))));
      }
      boolean isTrouble = !bad.isEmpty() && shown.size() < MOST_ROWS;
      if (isTrouble && rows > 0 && lastShown < rows - 1) {
        show(before, rows - 1);
      }
      if (rows < FIRST_ROWS || isTrouble || showsNext && shown.size() < MOST_ROWS) {
        show(now, rows);
      }
      showsNext = isTrouble;
      rows++;
    }

    private void show(CsvLine row, int index) {
      shown.add(new Row(row.line(), row.cells(columns.size()), lastShown == index - 1));
      lastShown = index;
    }
  }
}
