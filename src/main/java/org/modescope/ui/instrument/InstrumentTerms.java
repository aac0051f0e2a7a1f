package org.modescope.ui.instrument;

import java.util.Optional;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.ui.instrument.MemoryViewModel.Drawing;

/// Which entry of the glossary explains what an instrument shows.
final class InstrumentTerms {
  private InstrumentTerms() {}

  /// The entry about the headline of output variance.
  static String variance(Optional<OutputVariance> output) {
    if (output.filter(seen -> !Double.isFinite(seen.largestDeviation())).isPresent()) {
      return "non-finite";
    }
    if (output.filter(seen -> seen.passes() == 1).isPresent()) {
      return "pass";
    }
    return output.filter(OutputVariance::identical).isPresent()
        ? "identical"
        : "standard-deviation";
  }

  static String of(Accounting accounting) {
    return switch (accounting) {
      case PACKED -> "packed-bytes";
      case UNIQUE -> "unique-bytes";
      case EXTRA -> "extra-bytes";
    };
  }

  static String of(Drawing drawing) {
    return switch (drawing) {
      case BARS -> "saved-tensor";
      case TIME_LINE -> "timeline";
    };
  }

  static String of(VarianceViewModel.Drawing drawing) {
    return switch (drawing) {
      case ALL -> "output-variance";
      case ONE -> "pass";
    };
  }

  static String of(Statistic statistic) {
    return switch (statistic) {
      case MEAN -> "running-mean";
      case VARIANCE -> "running-var";
    };
  }
}
