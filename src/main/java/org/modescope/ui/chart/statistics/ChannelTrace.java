package org.modescope.ui.chart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.measure.RunningStatistics.Trace;

/// One channel's running statistic over the passes of a run.
///
/// @param channel its index in the layer
/// @param start its value before the first pass
/// @param points in order of passes
/// @param batch the latest batch's own value; NaN if it is not known
record ChannelTrace(int channel, double start, List<Point> points, double batch) {

  ChannelTrace {
    points = List.copyOf(points);
  }

  /// Some consecutive passes.
  ///
  /// @param passes how many had been made at their end
  /// @param last the value then
  /// @param minimum the smallest value within
  /// @param maximum the largest value within
  record Point(int passes, double last, double minimum, double maximum) {

    private Point joined(Point earlier) {
      return new Point(
          passes, last, Math.min(minimum, earlier.minimum), Math.max(maximum, earlier.maximum));
    }
  }

  /// Every traced channel.
  static List<ChannelTrace> of(RunningStatistics statistics, Statistic statistic) {
    Trace trace =
        switch (statistic) {
          case MEAN -> statistics.mean();
          case VARIANCE -> statistics.variance();
        };
    float[] batch =
        switch (statistic) {
          case MEAN -> statistics.batchMean();
          case VARIANCE -> statistics.batchVariance();
        };
    List<ChannelTrace> traces = new ArrayList<>();
    for (int index = 0; index < trace.start().length; index++) {
      List<Point> points = new ArrayList<>();
      for (Stretch stretch : trace.stretches()) {
        points.add(
            new Point(
                stretch.lastPass(),
                stretch.last()[index],
                stretch.minimum()[index],
                stretch.maximum()[index]));
      }
      double own = index < batch.length ? batch[index] : Double.NaN;
      traces.add(new ChannelTrace(statistics.channels()[index], trace.start()[index], points, own));
    }
    return traces;
  }

  /// The newest value.
  double last() {
    return points.isEmpty() ? start : points.getLast().last();
  }

  /// What is kept of the value after a number of passes; empty before the first and after the last.
  Optional<Point> after(int passes) {
    return points.stream().filter(point -> point.passes() == passes).findFirst();
  }

  /// The kept number of passes after another, or before it; empty at the end.
  OptionalInt next(int passes, int step) {
    return step > 0
        ? points.stream().mapToInt(Point::passes).filter(each -> each > passes).min()
        : points.stream().mapToInt(Point::passes).filter(each -> each < passes).max();
  }

  /// The same trace with no more than one point per so many passes; extremes are kept.
  ChannelTrace thinned(double passesPerPoint) {
    List<Point> thinned = new ArrayList<>();
    for (Point point : points) {
      boolean joins =
          !thinned.isEmpty()
              && Math.floor(thinned.getLast().passes() / passesPerPoint)
                  == Math.floor(point.passes() / passesPerPoint);
      thinned.add(joins ? point.joined(thinned.removeLast()) : point);
    }
    return new ChannelTrace(channel, start, thinned, batch);
  }

  /// The value at a number of passes, on a straight line between the points around it.
  double at(double passes) {
    double earlierPasses = 0;
    double earlier = start;
    for (Point point : points) {
      if (point.passes() >= passes) {
        double share = (passes - earlierPasses) / Math.max(1, point.passes() - earlierPasses);
        return earlier + Math.clamp(share, 0, 1) * (point.last() - earlier);
      }
      earlierPasses = point.passes();
      earlier = point.last();
    }
    return earlier;
  }
}
