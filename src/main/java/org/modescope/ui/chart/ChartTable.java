package org.modescope.ui.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The numbers behind a chart, for readers who cannot see it and for export.
///
/// Numbers are written in full with a decimal point, so that they can be read back.
///
/// @param header the names of the columns
/// @param rows one entry per column each
public record ChartTable(List<String> header, List<List<String>> rows) {

  public ChartTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A table of these columns that has no rows.
  public static ChartTable empty(String... header) {
    return new ChartTable(List.of(header), List.of());
  }

  /// The table as a CSV file: a header line, commas, quotes only where a cell needs them.
  public String csv() {
    return Stream.concat(Stream.of(header), rows.stream())
        .map(row -> row.stream().map(ChartTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String cell(String text) {
    boolean isPlain = text.chars().noneMatch(each -> ",\"\n\r".indexOf(each) >= 0);
    return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
