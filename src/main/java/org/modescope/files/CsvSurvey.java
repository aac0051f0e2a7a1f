package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.Separator;
import org.modescope.experiment.TableFound.LeftOut;

/// Looks through a whole table before any of it is kept: which columns are of numbers, and what
/// marks their decimals. Refuses nothing; a table that cannot be taken apart is looked at as far as
/// that goes.
final class CsvSurvey extends CsvCallbackHandler<Long> {
  private static final int THOUSANDS = 3;
  private static final int LONGEST_SHOWN = 100;

  private final Separator separator;
  private final ReadWatch watch;
  private final long lines;
  private final List<String> names = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private boolean hasNames;
  private boolean hasDecimalComma;
  private boolean isBlankLine;
  private int cells;
  private long line;

  /// What was counted in a column.
  private static final class Column {
    private long whole;
    private long point;
    private long comma;
    private long missing;
    private long words;
    private long wordLine;
    private String word = "";
    private long pointLine;
    private String pointText = "";
    private long commaLine;
    private String commaText = "";
  }

  /// @param lines how many lines the file has
  CsvSurvey(Separator separator, long lines, ReadWatch watch) {
    this.separator = separator;
    this.lines = lines;
    this.watch = watch;
  }

  /// The names of the columns.
  List<String> names() {
    return names;
  }

  /// What marks decimals: what more of the numbers have. Where commas part the cells, a comma
  /// before three digits marks thousands.
  DecimalMark decimalMark() {
    long points = columns.stream().mapToLong(column -> column.point).sum();
    long commas = columns.stream().mapToLong(column -> column.comma).sum();
    boolean canBe = separator != Separator.COMMA || hasDecimalComma;
    return commas > points && canBe ? DecimalMark.COMMA : DecimalMark.POINT;
  }

  /// Which columns are of numbers: at least half of their cells that are not blank are.
  Set<Integer> numbers(DecimalMark mark) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = columns.get(i);
      long numbers = numbers(column, mark) + column.missing;
      if (numbers > 0 && numbers >= words(column, mark)) {
        found.add(i);
      }
    }
    return found;
  }

  /// Whether all cells of a column are numbers, or missing.
  boolean isAllNumbers(int column, DecimalMark mark) {
    return words(columns.get(column), mark) == 0;
  }

  /// Whether a column has neither a name nor a cell that is not blank.
  boolean isVoid(int column) {
    return names.get(column).isEmpty() && isBlank(column);
  }

  private boolean isBlank(int index) {
    Column column = columns.get(index);
    return column.whole + column.point + column.comma + column.missing + column.words == 0;
  }

  /// The columns that are not of numbers, but for some.
  List<LeftOut> leftOut(DecimalMark mark, Set<Integer> kept) {
    return IntStream.range(0, names.size())
        .filter(column -> !kept.contains(column) && !isVoid(column))
        .mapToObj(column -> leftOut(names.get(column), columns.get(column), mark))
        .toList();
  }

  private static LeftOut leftOut(String name, Column column, DecimalMark mark) {
    long otherLine = mark == DecimalMark.POINT ? column.commaLine : column.pointLine;
    String other = mark == DecimalMark.POINT ? column.commaText : column.pointText;
    boolean isWord = column.wordLine > 0 && (otherLine == 0 || column.wordLine < otherLine);
    return isWord
        ? new LeftOut(name, column.wordLine, column.word)
        : new LeftOut(name, otherLine, other);
  }

  private static long numbers(Column column, DecimalMark mark) {
    return column.whole + (mark == DecimalMark.POINT ? column.point : column.comma);
  }

  private static long words(Column column, DecimalMark mark) {
    return column.words + (mark == DecimalMark.POINT ? column.comma : column.point);
  }

  @Override
  protected RecordType getRecordType() {
    return isBlankLine ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return cells;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    isBlankLine = false;
    cells = 0;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    if (!hasNames) {
      names.add(new String(buffer, offset, Math.min(length, LONGEST_SHOWN * 2)).strip());
      columns.add(new Column());
    } else if (cells < columns.size()) {
      count(columns.get(cells), buffer, offset, length);
    }
    cells++;
  }

  private void count(Column column, char[] buffer, int offset, int length) {
    switch (CsvCell.of(buffer, offset, length)) {
      case BLANK -> {}
      case WHOLE -> column.whole++;
      case MISSING -> column.missing++;
      case POINT -> {
        if (column.point++ == 0) {
          column.pointLine = line;
          column.pointText = text(buffer, offset, length);
        }
      }
      case COMMA -> {
        if (column.comma++ == 0) {
          column.commaLine = line;
          column.commaText = text(buffer, offset, length);
        }
        hasDecimalComma |= !hasThreeDigits(text(buffer, offset, length));
      }
      case WORD -> {
        if (column.words++ == 0) {
          column.wordLine = line;
          column.word = text(buffer, offset, length);
        }
      }
    }
  }

  private static boolean hasThreeDigits(String number) {
    return number.length() - 1 - number.indexOf(',') == THOUSANDS;
  }

  private static String text(char[] buffer, int offset, int length) {
    return new String(buffer, offset, Math.min(length, LONGEST_SHOWN)).strip();
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    throw new IllegalStateException("comments are not asked for");
  }

  @Override
  protected void setEmpty() {
    isBlankLine = true;
  }

  @Override
  protected Long buildRecord() {
    if (!isBlankLine && !hasNames) {
      hasNames = names.stream().anyMatch(name -> !name.isEmpty());
      if (!hasNames) {
        names.clear();
        columns.clear();
      }
    }
    if ((line & CsvFile.LINES_BETWEEN_CHECKS) == 0) {
      watch.check((double) line / lines);
    }
    return line;
  }
}
