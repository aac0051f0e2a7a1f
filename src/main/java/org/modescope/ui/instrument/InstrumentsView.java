package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.memory.MemoryTimelineChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.instrument.MemoryViewModel.Drawing;
import org.modescope.ui.theme.Appearance;

/// The view of the three instruments: hands each chart its numbers and its colours.
public final class InstrumentsView {
  private final VarianceViewModel variance;
  private final StatisticsViewModel statistics;
  private final MemoryViewModel memory;
  private final ChartExport export;
  private final Appearance appearance;

  private final OutputVarianceChart varianceChart = new OutputVarianceChart();
  private final RunningStatisticsChart statisticsChart = new RunningStatisticsChart();
  private final GraphMemoryChart memoryBars = new GraphMemoryChart();
  private final MemoryTimelineChart memoryTimeLine = new MemoryTimelineChart();

  @FXML private InstrumentGrid grid;
  @FXML private InstrumentCard varianceCard;
  @FXML private InstrumentCard statisticsCard;
  @FXML private InstrumentCard memoryCard;

  private @Nullable ComboBox<String> layerChoice;

  public InstrumentsView(
      VarianceViewModel variance,
      StatisticsViewModel statistics,
      MemoryViewModel memory,
      ChartExport export,
      Appearance appearance) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
    this.export = export;
    this.appearance = appearance;
  }

  @FXML
  private void initialize() {
    showVariance();
    showStatistics();
    showMemory();
    varianceCard.offerExport(() -> varianceChart, export);
    statisticsCard.offerExport(() -> statisticsChart, export);
    memoryCard.offerExport(() -> memoryBars.isVisible() ? memoryBars : memoryTimeLine, export);
    appearance.brightnessProperty().subscribe(_ -> colour());
    appearance.textScaleProperty().subscribe(_ -> resize());
  }

  private void showVariance() {
    varianceCard.show(variance.words());
    varianceCard.setChart(varianceChart, varianceChart::table);
    variance
        .words()
        .textProperty()
        .subscribe(text -> varianceChart.setPlaceholder(text.emptyReason()));
    variance.observationProperty().subscribe(this::drawVariance);
  }

  private void drawVariance(@Nullable Observation seen) {
    Mode mode = seen == null ? Mode.TRAIN : seen.experiment().mode();
    varianceChart.show(Optional.ofNullable(seen).flatMap(Observation::output), mode);
    varianceCard.numbersChanged();
  }

  private void showStatistics() {
    SegmentedControl<Statistic> which = new SegmentedControl<>();
    which.offer(
        List.of(
            new Choice<>(Statistic.MEAN, "mean", "the running means", "plain"),
            new Choice<>(Statistic.VARIANCE, "variance", "the running variances", "plain")));
    which.valueProperty().bindBidirectional(statistics.statisticProperty());
    statisticsCard.addControls(which);
    statistics.layers().subscribe(this::offerLayers);
    statisticsCard.show(statistics.words());
    statisticsCard.setChart(statisticsChart, statisticsChart::table);
    statistics
        .words()
        .textProperty()
        .subscribe(text -> statisticsChart.setPlaceholder(text.emptyReason()));
    statistics.shownProperty().subscribe(_ -> drawStatistics());
    statistics.statisticProperty().subscribe(_ -> drawStatistics());
  }

  /// Lets the layer be chosen where there is a choice; the control is made when there first is one.
  private void offerLayers() {
    boolean isChoice = statistics.layers().size() > 1;
    if (layerChoice == null && isChoice) {
      layerChoice = new ComboBox<>(statistics.layers());
      layerChoice.setAccessibleText("BatchNorm layer");
      layerChoice.valueProperty().bindBidirectional(statistics.layerProperty());
      statisticsCard.addFirstControl(layerChoice);
    }
    if (layerChoice != null) {
      layerChoice.setVisible(isChoice);
      layerChoice.setManaged(isChoice);
    }
  }

  private void drawStatistics() {
    Optional<RunningStatistics> shown =
        statistics.shownProperty().get().filter(seen -> !seen.mean().stretches().isEmpty());
    Mode mode = shown.filter(RunningStatistics::updating).isPresent() ? Mode.TRAIN : Mode.EVAL;
    statisticsChart.show(shown, statistics.statisticProperty().get(), mode);
    statisticsCard.numbersChanged();
  }

  private void showMemory() {
    SegmentedControl<Drawing> drawing = new SegmentedControl<>();
    drawing.offer(
        List.of(
            new Choice<>(Drawing.BARS, "by layer", "what each layer keeps", "plain"),
            new Choice<>(
                Drawing.TIME_LINE, "over time", "one pass forward and back, measured", "plain")));
    drawing.valueProperty().bindBidirectional(memory.drawingProperty());
    SegmentedControl<Accounting> accounting = new SegmentedControl<>();
    accounting.offer(
        Arrays.stream(Accounting.values())
            .map(each -> new Choice<>(each, each.text(), each.help(), "plain"))
            .toList());
    accounting.valueProperty().bindBidirectional(memory.accountingProperty());
    memoryCard.addControls(drawing, accounting);
    memoryCard.show(memory.words());
    StackPane charts = new StackPane(memoryBars, memoryTimeLine);
    charts.setMinHeight(0);
    memory
        .drawingProperty()
        .subscribe(
            chosen -> {
              memoryBars.setVisible(chosen == Drawing.BARS);
              memoryTimeLine.setVisible(chosen == Drawing.TIME_LINE);
              memoryCard.numbersChanged();
            });
    memoryCard.setChart(
        charts, () -> memoryBars.isVisible() ? memoryBars.table() : memoryTimeLine.table());
    memory
        .words()
        .textProperty()
        .subscribe(
            text -> {
              memoryBars.setPlaceholder(text.emptyReason());
              memoryTimeLine.setPlaceholder(text.emptyReason());
            });
    memory.observationProperty().subscribe(this::drawMemory);
  }

  private void drawMemory(@Nullable Observation seen) {
    Optional<GraphMemory> kept = Optional.ofNullable(seen).flatMap(Observation::memory);
    memoryBars.show(kept);
    memoryTimeLine.show(kept, seen == null ? 0 : seen.experiment().passes());
    memoryCard.numbersChanged();
  }

  private void colour() {
    ChartPalette palette =
        switch (appearance.brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    charts().forEach(chart -> chart.setPalette(palette));
  }

  private void resize() {
    charts().forEach(chart -> chart.setTextScale(appearance.textScaleProperty().get() / 100.0));
    grid.setFontSize(appearance.fontSize());
  }

  private List<Chart> charts() {
    return List.of(varianceChart, statisticsChart, memoryBars, memoryTimeLine);
  }
}
