package org.modescope.ui.chart.output;

import java.util.List;
import java.util.OptionalInt;
import org.modescope.measure.OutputVariance.Sample;

/// The way from one kept pass to another.
final class Passes {
  private Passes() {}

  /// The kept pass whose index is nearest to a number.
  static OptionalInt nearest(List<Sample> samples, double index) {
    OptionalInt nearest = OptionalInt.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Sample sample : samples) {
      double distance = Math.abs(sample.pass() - index);
      if (distance < least) {
        least = distance;
        nearest = OptionalInt.of(sample.pass());
      }
    }
    return nearest;
  }

  /// The kept pass after or before another; from none, the first or the last. Empty at the end.
  static OptionalInt after(List<Sample> samples, OptionalInt pass, int step) {
    int place = -1;
    for (int index = 0; index < samples.size(); index++) {
      if (pass.isPresent() && samples.get(index).pass() == pass.getAsInt()) {
        place = index;
      }
    }
    int next = place < 0 ? (step > 0 ? 0 : samples.size() - 1) : place + step;
    return next < 0 || next >= samples.size()
        ? OptionalInt.empty()
        : OptionalInt.of(samples.get(next).pass());
  }
}
