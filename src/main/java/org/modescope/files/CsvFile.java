package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.Separator;
import org.modescope.experiment.Table;
import org.modescope.experiment.TableForm;
import org.modescope.experiment.TableFound;
import org.modescope.words.Phrase;

/// Tables in CSV files: text in UTF-8, cells separated by commas, semicolons, tabs or bars and
/// quoted by `"` where they have these, quotes or line breaks (RFC 4180). The first line names the
/// columns. What separates cells and what marks decimals is found out unless it is asked for.
public final class CsvFile {
  /// Masks the lines at which it is told how far it is.
  static final int LINES_BETWEEN_CHECKS = 0xFFF;

  /// The most characters of a cell that is not kept.
  private static final int LONGEST_CELL = 1 << 20;

  private static final double COUNTED = 0.1;
  private static final double SURVEYED = 0.5;

  private CsvFile() {}

  /// Reads some columns, rows in order, as [#read(Path, CsvRequest, ReadWatch)] does.
  public static Table read(Path file, List<String> columns, Optional<String> label)
      throws IOException {
    return read(file, new CsvRequest(columns, label), ReadWatch.NONE).table();
  }

  /// Reads some columns, rows in order.
  ///
  /// Blank lines and rows of blanks are passed over, and so are spaces around a cell. A column that
  /// nobody asked for by name is left out unless at least half of its cells are numbers.
  ///
  /// @param watch is told how far it is
  /// @throws InvalidFileException naming line and column, if a column is unknown, a row is shorter
  ///   or longer than the header, a cell is empty or no number, or there are too many
  /// @throws CancellationException if the watch ends it
  /// @throws IOException if the file cannot be read
  public static CsvTable read(Path file, CsvRequest request, ReadWatch watch) throws IOException {
    RegularFile.check(file);
    long lines = TextLines.count(file, watch.part(0, COUNTED));
    Separator separator =
        request.form().isPresent() ? request.form().get().separator() : CsvSniffer.find(file);
    CsvSurvey survey = survey(file, separator, lines, watch.part(COUNTED, SURVEYED));
    DecimalMark mark = request.form().map(TableForm::decimal).orElseGet(survey::decimalMark);
    CsvParse parse =
        new CsvParse(
            new CsvHeader.Request(file, request, survey, mark), lines, watch.part(SURVEYED, 1));
    parse(parse, file, separator);
    CsvRows rows = parse.rows();
    Set<Integer> kept = Set.copyOf(rows.header().kept());
    TableFound found =
        new TableFound(
            new TableForm(separator, mark),
            request.columns().isEmpty() ? survey.leftOut(mark, kept) : List.of(),
            parse.emptyRows(),
            rows.blanks());
    watch.check(1);
    return new CsvTable(rows.table(), found);
  }

  /// Looks through a whole table.
  static CsvSurvey survey(Path file, Separator separator, long lines, ReadWatch watch)
      throws IOException {
    CsvSurvey survey = new CsvSurvey(separator, lines, watch);
    try {
      readAll(survey, file, separator);
    } catch (CsvParseException unreadable) {
      if (unreadable.getCause() instanceof CancellationException ended) {
        throw ended;
      }
      // Whoever keeps the table says what is wrong.
    }
    return survey;
  }

  private static void parse(CsvParse parse, Path file, Separator separator) throws IOException {
    try {
      readAll(parse, file, separator);
    } catch (CsvParseException refused) {
      if (refused.getCause() instanceof InvalidFileException invalid) {
        throw invalid;
      }
      if (refused.getCause() instanceof CancellationException ended) {
        throw ended;
      }
      if (refused.getCause() != null) {
        throw refused;
      }
      throw new InvalidFileException(
          file,
          parse.place(),
          Phrase.of(
              "file.csv.cell",
              "problem",
              String.valueOf(refused.getMessage()),
              "most",
              LONGEST_CELL));
    }
  }

  /// Hands every record of a file to a handler.
  ///
  /// @throws CsvParseException if the text cannot be taken apart, or around what a handler throws
  static void readAll(CsvCallbackHandler<Long> handler, Path file, Separator separator)
      throws IOException {
    try (CsvReader<Long> reader =
        CsvReader.builder()
            .fieldSeparator(separator.character())
            .detectBomHeader(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_CELL)
            .build(handler, file)) {
      Iterator<Long> records = reader.iterator();
      while (records.hasNext()) {
        records.next();
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
