package org.modescope.ui.instrument;

import java.util.Optional;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Trace;
import org.modescope.ui.chart.statistics.Statistic;

/// How far a running statistic has come, from where it was when the passes that are shown began.
final class Travel {
  private Travel() {}

  /// The share of the way to the latest batch's own values, 0 to 1; empty where there is no way to
  /// go. Of variances, over the traced channels.
  static Optional<Double> share(RunningStatistics seen, Statistic statistic) {
    return switch (statistic) {
      case MEAN -> seen.shareOfSeries();
      case VARIANCE -> share(seen.variance(), seen.batchVariance());
    };
  }

  private static Optional<Double> share(Trace trace, float[] batch) {
    if (trace.stretches().isEmpty() || batch.length == 0) {
      return Optional.empty();
    }
    float[] now = trace.stretches().getLast().last();
    double come = 0;
    double all = 0;
    for (int channel = 0; channel < batch.length; channel++) {
      come += Math.abs(now[channel] - trace.start()[channel]);
      all += Math.abs(batch[channel] - trace.start()[channel]);
    }
    return all > 0 && Double.isFinite(come) && Double.isFinite(all)
        ? Optional.of(Math.min(1, come / all))
        : Optional.empty();
  }

  /// Whether the statistics were the 0 and 1 that a new layer has when the passes began.
  static boolean beganNew(RunningStatistics seen) {
    return isAll(seen.mean().start(), 0) && isAll(seen.variance().start(), 1);
  }

  private static boolean isAll(float[] values, float value) {
    for (float each : values) {
      if (each != value) {
        return false;
      }
    }
    return true;
  }
}
