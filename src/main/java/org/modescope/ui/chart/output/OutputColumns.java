package org.modescope.ui.chart.output;

import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.Scale;

/// What the columns of a chart say of the outputs in them: of a single output its own numbers, of
/// several their extremes and the average of their means and standard deviations. Averaged over
/// columns, too, that is the headline's.
///
/// @param output whose outputs they are
/// @param slots which output is in which column
record OutputColumns(OutputVariance output, OutputSlots slots) {

  /// One column.
  ///
  /// @param mean the average of its outputs' means
  /// @param deviation the average of their standard deviations
  /// @param minimum the smallest value of any of them
  /// @param maximum the largest
  record Column(double mean, double deviation, double minimum, double maximum) {}

  /// The column that an output is in.
  Column of(int element) {
    double mean = 0;
    double deviation = 0;
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    int first = slots.first(element);
    int last = slots.last(element);
    for (int each = first; each <= last; each++) {
      mean += output.mean()[each];
      deviation += output.standardDeviation()[each];
      minimum = Math.min(minimum, output.minimum()[each]);
      maximum = Math.max(maximum, output.maximum()[each]);
    }
    int count = last - first + 1;
    return new Column(mean / count, deviation / count, minimum, maximum);
  }

  /// The indices of the columns that a scale shows.
  int[] seen(Scale scale) {
    return scale
        .columnsSeen(slots.elements())
        .map(element -> element / slots.perColumn())
        .distinct()
        .toArray();
  }

  /// Every column, from the left.
  Column[] all() {
    Column[] all = new Column[slots.columns()];
    for (int index = 0; index < all.length; index++) {
      all[index] = of(index * slots.perColumn());
    }
    return all;
  }
}
