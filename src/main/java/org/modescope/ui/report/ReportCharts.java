package org.modescope.ui.report;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.words.Text;

/// Draws the charts of a report: what the instruments show, but on paper. FX thread only.
public final class ReportCharts {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 320;

  /// Sharp on paper, too.
  private static final double PIXELS_PER_UNIT = 2;

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
    return List.of(variance(seen), statistics(), memory(seen));
  }

  private ReportChart variance(Observation seen) {
    OutputVarianceChart chart = new OutputVarianceChart(text);
    chart.show(seen.output(), seen.experiment().mode());
    return drawn(
        text.say("instrument.variance.title"), chart, variance.words().textProperty().get());
  }

  private ReportChart statistics() {
    RunningStatisticsChart chart = new RunningStatisticsChart(text);
    Optional<RunningStatistics> shown = statistics.drawn();
    Mode mode = shown.filter(RunningStatistics::updating).isPresent() ? Mode.TRAIN : Mode.EVAL;
    chart.show(shown, statistics.statisticProperty().get(), mode);
    String title =
        shown
            .map(each -> text.say("report.statistics", "layer", each.layer()))
            .orElseGet(() -> text.say("instrument.statistics.title"));
    return drawn(title, chart, statistics.words().textProperty().get());
  }

  private ReportChart memory(Observation seen) {
    GraphMemoryChart chart = new GraphMemoryChart(text);
    chart.show(seen.memory(), memory.accountingProperty().get());
    return drawn(text.say("instrument.memory.title"), chart, memory.words().textProperty().get());
  }

  private static ReportChart drawn(String title, Chart chart, InstrumentText words) {
    chart.setPalette(ChartPalette.light());
    chart.setPlaceholder(words.emptyReason());
    chart.resize(WIDTH, HEIGHT);
    return new ReportChart(
        title, words, chart.picture(words.around(title), PIXELS_PER_UNIT), chart.table());
  }
}
