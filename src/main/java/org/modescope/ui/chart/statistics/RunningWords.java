package org.modescope.ui.chart.statistics;

import java.util.List;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.NumberText;

/// What [RunningStatisticsChart] shows, in words and numbers.
final class RunningWords {
  private RunningWords() {}

  /// The whole chart in a sentence or two.
  static String summary(
      RunningStatistics statistics, Statistic statistic, List<ChannelTrace> traces) {
    double farthest = 0;
    for (ChannelTrace trace : traces) {
      farthest = Math.max(farthest, Math.abs(trace.last() - trace.start()));
    }
    return "Running %s of %s, %d channels. "
            .formatted(statistic.word(), statistics.layer(), traces.size())
        + (statistics.moved()
            ? "The one that moved farthest moved by %s.".formatted(NumberText.of(farthest))
            : "None of them moved.");
  }

  /// Which channels are traced, where the last one's index shows that it is not all of them.
  static String shownText(RunningStatistics statistics) {
    int[] channels = statistics.channels();
    boolean isThinned = channels.length > 0 && channels[channels.length - 1] >= channels.length;
    return isThinned ? "%s channels, evenly spaced".formatted(NumberText.of(channels.length)) : "";
  }

  /// One row per channel.
  static ChartTable table(List<ChannelTrace> traces) {
    return new ChartTable(
        List.of("channel", "start", "now", "batch"),
        traces.stream()
            .map(
                trace ->
                    List.of(
                        Integer.toString(trace.channel()),
                        Float.toString((float) trace.start()),
                        Float.toString((float) trace.last()),
                        Float.toString((float) trace.batch())))
            .toList());
  }
}
