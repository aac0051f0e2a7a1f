package org.modescope.ui.chart;

import java.util.List;

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
  static ChartTable empty(String... header) {
    return new ChartTable(List.of(header), List.of());
  }
}
