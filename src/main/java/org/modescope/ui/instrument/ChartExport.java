package org.modescope.ui.instrument;

import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;

/// Where a chart goes when the user wants to keep it.
public interface ChartExport {
  /// Keeps the chart as a picture.
  ///
  /// @param chart what it is of
  void exportPicture(String chart, Png picture);

  /// Keeps the numbers behind the chart.
  ///
  /// @param chart what they are of
  void exportNumbers(String chart, ChartTable numbers);
}
