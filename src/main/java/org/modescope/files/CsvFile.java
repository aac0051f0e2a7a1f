package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Table;
import org.modescope.words.Phrase;

/// Tables in CSV files: text in UTF-8, cells separated by commas and quoted by `"` where they have
/// commas, quotes or line breaks (RFC 4180). The first line names the columns.
public final class CsvFile {
  /// The most characters of a cell that is not kept.
  private static final int LONGEST_CELL = 1 << 20;

  private CsvFile() {}

  /// Reads some columns, rows in order.
  ///
  /// Blank lines are passed over, and so are spaces around a cell.
  ///
  /// @param columns the names of columns that must be numbers; empty for all but the label
  /// @param label a column that may have words; it has numbers if all of its cells are numbers
  /// @throws InvalidFileException naming line and column, if a column is unknown, a row is shorter
  ///   or longer than the header, a cell is empty or no number, or there are too many
  /// @throws IOException if the file cannot be read
  public static Table read(Path file, List<String> columns, Optional<String> label)
      throws IOException {
    RegularFile.check(file);
    long lines = TextLines.count(file);
    CsvHeader.Request request = new CsvHeader.Request(file, columns, label);
    CsvRows rows = parse(new CsvParse(request, CsvRows.LabelKind.NUMBERS, lines), file);
    if (rows.labelHasWords()) {
      rows = parse(new CsvParse(request, CsvRows.LabelKind.WORDS, lines), file);
    }
    return rows.table();
  }

  private static CsvRows parse(CsvParse parse, Path file) throws IOException {
    try (CsvReader<Long> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(parse, file)) {
      Iterator<Long> records = reader.iterator();
      while (records.hasNext()) {
        records.next();
      }
      return parse.rows();
    } catch (CsvParseException refused) {
      if (refused.getCause() instanceof InvalidFileException invalid) {
        throw invalid;
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
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
