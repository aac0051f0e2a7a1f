package org.modescope.ui.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.modescope.words.Numbers;

/// The numbers behind a chart, for readers who cannot see it and for export.
///
/// @param header the names of the columns
/// @param rows one cell per column each
public record ChartTable(List<String> header, List<List<Cell>> rows) {
  public ChartTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// What stands in a row at a column.
  public sealed interface Cell {
    /// As a file has it: numbers in full and with a decimal point, so that they can be read back.
    String written();

    /// As a window shows it.
    String shown(Numbers numbers);
  }

  /// Words.
  public record Word(String written) implements Cell {
    @Override
    public String shown(Numbers numbers) {
      return written;
    }
  }

  /// A count.
  public record Count(long value) implements Cell {
    @Override
    public String written() {
      return Long.toString(value);
    }

    @Override
    public String shown(Numbers numbers) {
      return numbers.count(value);
    }
  }

  /// A number that was measured or computed.
  ///
  /// @param written with as many digits as its type has
  public record Measure(double value, String written) implements Cell {
    public static Measure of(double value) {
      return new Measure(value, Double.toString(value));
    }

    public static Measure of(float value) {
      return new Measure(value, Float.toString(value));
    }

    @Override
    public String shown(Numbers numbers) {
      return numbers.inFull(value);
    }
  }

  /// The table for pasting into a spreadsheet: a header line, tabs.
  public String tabbed() {
    StringBuilder text = new StringBuilder(String.join("\t", header)).append('\n');
    for (List<Cell> row : rows) {
      text.append(row.stream().map(Cell::written).collect(Collectors.joining("\t"))).append('\n');
    }
    return text.toString();
  }

  /// The table as a CSV file: a header line, commas, quotes only where a cell needs them.
  public String csv() {
    StringWriter file = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(header);
      rows.forEach(row -> csv.writeRecord(row.stream().map(Cell::written).toList()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot write a table in memory", impossible);
    }
    return file.toString();
  }
}
