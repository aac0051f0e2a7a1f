package org.modescope.ui.report;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.GraphMemory;
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

/// Draws the charts of a report: what the instruments show, but on paper. FX thread only.
public final class ReportCharts {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 320;

  /// Sharp on paper, too.
  private static final double PIXELS_PER_UNIT = 2;

  private final VarianceViewModel variance;
  private final StatisticsViewModel statistics;
  private final MemoryViewModel memory;

  public ReportCharts(
      VarianceViewModel variance, StatisticsViewModel statistics, MemoryViewModel memory) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
  }

  /// The charts of what was seen.
  List<ReportChart> draw(Observation seen) {
    return List.of(variance(seen), statistics(), memory(seen));
  }

  private ReportChart variance(Observation seen) {
    OutputVarianceChart chart = new OutputVarianceChart();
    chart.show(seen.output(), seen.experiment().mode());
    return drawn("Output variance", chart, variance.words().textProperty().get());
  }

  private ReportChart statistics() {
    RunningStatisticsChart chart = new RunningStatisticsChart();
    Optional<RunningStatistics> shown =
        statistics.shownProperty().get().filter(each -> !each.mean().stretches().isEmpty());
    Mode mode = shown.filter(RunningStatistics::updating).isPresent() ? Mode.TRAIN : Mode.EVAL;
    chart.show(shown, statistics.statisticProperty().get(), mode);
    String title = "Running statistics" + shown.map(each -> ": " + each.layer()).orElse("");
    return drawn(title, chart, statistics.words().textProperty().get());
  }

  private ReportChart memory(Observation seen) {
    GraphMemoryChart chart = new GraphMemoryChart();
    Optional<GraphMemory> kept = seen.memory();
    chart.show(kept);
    return drawn("Graph memory", chart, memory.words().textProperty().get());
  }

  private static ReportChart drawn(String title, Chart chart, InstrumentText words) {
    chart.setPalette(ChartPalette.light());
    chart.setPlaceholder(words.emptyReason());
    chart.resize(WIDTH, HEIGHT);
    return new ReportChart(title, words, chart.png(PIXELS_PER_UNIT), chart.table());
  }
}
