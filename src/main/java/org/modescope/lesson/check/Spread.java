package org.modescope.lesson.check;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.OutputVariance;

/// How the first number of the output spreads over passes, counted in equally wide bins around its
/// mean. The bins are those that a learner sketches in: from the mean to either side in steps of a
/// quarter of the outputs' own size, which is known before the spread is.
///
/// @param counts how many passes fall into each bin; what lies beyond counts in the outermost
public record Spread(List<Integer> counts) {
  /// How many bins there are; the middle one holds the mean.
  public static final int BINS = 9;

  /// How wide a bin is.
  public static final double WIDTH = 0.25;

  public Spread {
    counts = List.copyOf(counts);
  }

  /// The spread of what was seen.
  public static Spread of(OutputVariance output) {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      counts.add(0);
    }
    double mean = output.mean()[0];
    for (OutputVariance.Sample sample : output.samples()) {
      long away = Math.round((sample.values()[0] - mean) / WIDTH);
      int bin = Math.clamp(away + BINS / 2, 0, BINS - 1);
      counts.set(bin, counts.get(bin) + 1);
    }
    return new Spread(counts);
  }

  /// How much a sketch and this have in common, 0 to 1: the share of dots that fall into the same
  /// bins, however many dots each has.
  public double overlap(List<Integer> sketched) {
    double drawn = sketched.stream().mapToInt(Integer::intValue).sum();
    double seen = counts.stream().mapToInt(Integer::intValue).sum();
    double common = 0;
    for (int i = 0; i < Math.min(BINS, sketched.size()); i++) {
      common +=
          drawn == 0 || seen == 0 ? 0 : Math.min(sketched.get(i) / drawn, counts.get(i) / seen);
    }
    return common;
  }
}
