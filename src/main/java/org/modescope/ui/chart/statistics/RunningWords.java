package org.modescope.ui.chart.statistics;

import java.util.List;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.words.Text;

/// What [RunningStatisticsChart] shows, in words and numbers.
///
/// @param text the language
record RunningWords(Text text) {

  /// What the y axis measures, and which channels are drawn where it is not all of them.
  String measure(RunningStatistics statistics, Statistic statistic) {
    String name = statistic.name(text);
    return isThinned(statistics)
        ? text.say(
            "chart.statistics.measure.thinned", "name", name, "count", statistics.channels().length)
        : name;
  }

  /// Channels are evenly spaced: the last one's index shows whether there are others between.
  private static boolean isThinned(RunningStatistics statistics) {
    int[] channels = statistics.channels();
    return channels.length > 0 && channels[channels.length - 1] >= channels.length;
  }

  /// The whole chart in a sentence or two.
  String summary(RunningStatistics statistics, Statistic statistic, List<ChannelTrace> traces) {
    double farthest = 0;
    for (ChannelTrace trace : traces) {
      farthest = Math.max(farthest, Math.abs(trace.last() - trace.start()));
    }
    String subject =
        text.say(
            "chart.statistics.summary",
            "name",
            statistic.name(text),
            "layer",
            statistics.layer(),
            "channels",
            traces.size());
    String result =
        statistics.moved()
            ? text.say(
                "chart.statistics.summary.moved", "distance", text.numbers().figure(farthest))
            : text.say("chart.statistics.summary.still");
    return text.paragraph(List.of(subject, result));
  }

  /// Everything about a channel on one line.
  String readout(ChannelTrace trace) {
    return text.say(
        "chart.statistics.readout",
        "channel",
        Integer.toString(trace.channel()),
        "value",
        text.numbers().figure(trace.last()),
        "batch",
        text.numbers().figure(trace.batch()));
  }

  /// A channel after one pass, and what it came to.
  String readout(ChannelTrace trace, ChannelTrace.Point point) {
    return text.say(
        "chart.statistics.readout.pass",
        "channel",
        Integer.toString(trace.channel()),
        "pass",
        point.passes(),
        "value",
        text.numbers().figure(point.last()),
        "now",
        text.numbers().figure(trace.last()),
        "batch",
        text.numbers().figure(trace.batch()));
  }

  /// Which pass is pointed at.
  String pass(int pass) {
    return text.say("chart.pass", "pass", pass);
  }

  /// What was said of a channel, and where A left the same one.
  String beside(ChannelTrace a, String own) {
    return text.say(
        "chart.statistics.readout.beside", "own", own, "value", text.numbers().figure(a.last()));
  }

  String passTick(int passes) {
    return passes == 0 ? text.say("chart.statistics.origin") : text.numbers().count(passes);
  }

  /// One row per channel.
  ChartTable table(List<ChannelTrace> traces) {
    return new ChartTable(
        List.of(
            text.say("chart.statistics.table.channel"),
            text.say("chart.statistics.table.start"),
            text.say("chart.statistics.table.now"),
            text.say("chart.statistics.table.batch")),
        traces.stream()
            .map(
                trace ->
                    List.<ChartTable.Cell>of(
                        new Count(trace.channel()),
                        Measure.of((float) trace.start()),
                        Measure.of((float) trace.last()),
                        Measure.of((float) trace.batch())))
            .toList());
  }
}
