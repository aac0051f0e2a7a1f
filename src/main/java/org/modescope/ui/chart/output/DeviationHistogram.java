package org.modescope.ui.chart.output;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.modescope.measure.OutputVariance;

/// How far sampled outputs lie from their element's mean, counted in bins that are symmetric about
/// 0.
///
/// @param limit the bins reach from −limit to +limit
/// @param counts from the lowest bin to the highest; an odd number, so that one lies about 0
record DeviationHistogram(double limit, int[] counts) {
  /// Enough to show a shape at the height that an instrument has.
  private static final int BINS = 31;

  /// The samples of all elements together.
  static DeviationHistogram ofAll(OutputVariance output) {
    return of(output, IntStream.range(0, output.mean().length).toArray());
  }

  /// The samples of consecutive elements.
  static DeviationHistogram of(OutputVariance output, int first, int last) {
    return of(output, IntStream.rangeClosed(first, last).toArray());
  }

  /// The samples of consecutive elements in bins that reach at least so far: two histograms of one
  /// reach lie over one another.
  static DeviationHistogram of(OutputVariance output, int first, int last, double reach) {
    return of(output, IntStream.rangeClosed(first, last).toArray(), reach);
  }

  private static DeviationHistogram of(OutputVariance output, int[] elements) {
    return of(output, elements, 0);
  }

  private static DeviationHistogram of(OutputVariance output, int[] elements, double reach) {
    double limit = reach;
    for (OutputVariance.Sample sample : output.samples()) {
      for (int element : elements) {
        double deviation = sample.values()[element] - output.mean()[element];
        if (Double.isFinite(deviation)) {
          limit = Math.max(limit, Math.abs(deviation));
        }
      }
    }
    int[] counts = new int[BINS];
    for (OutputVariance.Sample sample : output.samples()) {
      for (int element : elements) {
        double deviation = sample.values()[element] - output.mean()[element];
        if (Double.isFinite(deviation)) {
          counts[bin(deviation, limit)]++;
        }
      }
    }
    return new DeviationHistogram(limit, counts);
  }

  private static int bin(double deviation, double limit) {
    if (limit == 0) {
      return BINS / 2;
    }
    return (int) Math.clamp((deviation + limit) / (2 * limit) * BINS, 0, BINS - 1);
  }

  /// The bin that a deviation falls into; empty where it lies beyond all of them.
  OptionalInt binOf(double deviation) {
    return Math.abs(deviation) <= limit
        ? OptionalInt.of(bin(deviation, limit))
        : OptionalInt.empty();
  }

  /// How many deviations are counted.
  int all() {
    return IntStream.of(counts).sum();
  }

  /// The fullest bin's count.
  int highest() {
    int highest = 0;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    return highest;
  }

  /// The lowest deviation that falls into a bin.
  double lowerEdge(int bin) {
    return -limit + bin * (2 * limit / counts.length);
  }
}
