package org.modescope.ui.instrument;

import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;

/// Where an instrument's chart goes when the user wants to keep it.
public interface ChartExport {

  /// Keeps the chart as a picture.
  ///
  /// @param instrument what it is of
  void exportPicture(String instrument, Png picture);

  /// Keeps the numbers behind the chart.
  ///
  /// @param instrument what they are of
  void exportNumbers(String instrument, ChartTable numbers);
}
