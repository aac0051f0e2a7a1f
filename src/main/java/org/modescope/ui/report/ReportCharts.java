package org.modescope.ui.report;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.memory.MemoryTimelineChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.words.Text;

/// Draws the charts of a report: what the instruments show, but on paper. Needs no toolkit; where
/// there is one, FX thread only.
public final class ReportCharts {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 320;

  private final VarianceViewModel variance;
  private final StatisticsViewModel statistics;
  private final MemoryViewModel memory;
  private final Text text;

  public ReportCharts(
      VarianceViewModel variance,
      StatisticsViewModel statistics,
      MemoryViewModel memory,
      Text text) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
    this.text = text;
  }

  /// The charts of what was seen.
  List<ReportChart> draw(Observation seen) {
    return List.of(variance(seen), statistics(), memory(seen), timeline(seen));
  }

  private ReportChart variance(Observation seen) {
    OutputVarianceChart chart = new OutputVarianceChart(text);
    chart.show(seen.output(), seen.experiment().mode());
    chart.showBeside(variance.beside());
    return drawn(
        "variance",
        text.say("instrument.variance.title"),
        chart,
        variance.words().textProperty().get());
  }

  private ReportChart statistics() {
    RunningStatisticsChart chart = new RunningStatisticsChart(text);
    Optional<RunningStatistics> shown = statistics.drawn();
    Mode mode = shown.filter(RunningStatistics::updating).isPresent() ? Mode.TRAIN : Mode.EVAL;
    chart.show(shown, statistics.statisticProperty().get(), mode);
    chart.showBeside(statistics.beside());
    String title =
        shown
            .map(each -> text.say("report.statistics", "layer", each.layer()))
            .orElseGet(() -> text.say("instrument.statistics.title"));
    return drawn("statistics", title, chart, statistics.words().textProperty().get());
  }

  private ReportChart memory(Observation seen) {
    GraphMemoryChart chart = new GraphMemoryChart(text);
    chart.show(seen.memory(), memory.accountingProperty().get());
    chart.showBeside(memory.beside());
    return drawn(
        "memory", text.say("instrument.memory.title"), chart, memory.words().textProperty().get());
  }

  private ReportChart timeline(Observation seen) {
    MemoryTimelineChart chart = new MemoryTimelineChart(text);
    chart.show(seen.memory(), memory.accountingProperty().get(), seen.experiment().passes());
    chart.showBeside(memory.beside());
    InstrumentText bars = memory.words().textProperty().get();
    InstrumentText words =
        new InstrumentText("", bars.tone(), "", "", text.say("instrument.memory.nothing.empty"));
    return drawn("timeline", text.say("report.timeline"), chart, words);
  }

  private static ReportChart drawn(String name, String title, Chart chart, InstrumentText words) {
    chart.setPlaceholder(words.emptyReason());
    chart.resize(WIDTH, HEIGHT);
    String spoken = Html.escape(title + ". " + chart.getAccessibleText());
    return new ReportChart(title, words, chart.element(name, spoken), chart.table());
  }
}
