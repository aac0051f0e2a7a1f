package org.modescope.ui.chart.output;

import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.output.OutputColumns.Column;

/// How far the y axis of outputs reaches.
final class OutputReach {
  private OutputReach() {}

  /// Every finite value that has a place on the axis.
  static ValueRange of(OutputColumns columns) {
    ValueRange range = new ValueRange();
    for (Column column : columns.all()) {
      range.include(column.mean());
      range.include(column.mean() - column.deviation());
      range.include(column.mean() + column.deviation());
      range.include(column.minimum());
      range.include(column.maximum());
    }
    if (columns.slots().detail() == OutputSlots.Detail.DOTS) {
      columns.output().predicted().ifPresent(sd -> includePredicted(range, columns.output(), sd));
    }
    return range;
  }

  private static void includePredicted(
      ValueRange range, OutputVariance output, double[] predicted) {
    for (int element = 0; element < predicted.length; element++) {
      range.include(output.mean()[element] - predicted[element]);
      range.include(output.mean()[element] + predicted[element]);
    }
  }
}
