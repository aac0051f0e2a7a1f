package org.modescope.ui.chart.statistics;

import java.util.Optional;
import org.modescope.measure.RunningStatistics;

/// Where theory says a running statistic is after some passes that all saw the same batch.
///
/// @param momentum the share of the new value; NaN for a cumulative average
/// @param before how many batches were averaged before the run began
record ClosedForm(double momentum, long before) {

  /// The curve for a layer that was updated by the same batch on every pass; no other has one.
  static Optional<ClosedForm> of(RunningStatistics statistics) {
    boolean isKnown = statistics.updating() && statistics.sameBatch();
    return isKnown
        ? Optional.of(
            new ClosedForm(
                statistics.momentum().orElse(Double.NaN), statistics.batchesTrackedBefore()))
        : Optional.empty();
  }

  /// The value after some passes, on its way from the start to the batch's own.
  double at(double start, double batch, double passes) {
    if (Double.isNaN(momentum)) {
      double all = before + passes;
      return all == 0 ? start : (before * start + passes * batch) / all;
    }
    double remaining = Math.pow(1 - momentum, passes);
    return start * remaining + batch * (1 - remaining);
  }
}
