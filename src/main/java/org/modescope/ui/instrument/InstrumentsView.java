package org.modescope.ui.instrument;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.theme.Appearance;
import org.modescope.words.Text;

/// The view of the three instruments: gives each its card, and all charts their colours and the
/// size of their text.
public final class InstrumentsView {
  private final VarianceViewModel variance;
  private final StatisticsViewModel statistics;
  private final MemoryViewModel memory;
  private final ChartExport export;
  private final Appearance appearance;
  private final Text text;
  private final Watch watch;
  private List<Chart> charts = List.of();

  @FXML private InstrumentGrid grid;
  @FXML private InstrumentCard varianceCard;
  @FXML private InstrumentCard statisticsCard;
  @FXML private InstrumentCard memoryCard;

  public InstrumentsView(
      VarianceViewModel variance,
      StatisticsViewModel statistics,
      MemoryViewModel memory,
      ChartExport export,
      Appearance appearance,
      Watch watch,
      Text text) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
    this.export = export;
    this.appearance = appearance;
    this.watch = watch;
    this.text = text;
  }

  @FXML
  private void initialize() {
    Stream.of(varianceCard, statisticsCard, memoryCard).forEach(card -> card.speak(text));
    VarianceInstrument outputs = new VarianceInstrument(varianceCard, variance, watch, text);
    StatisticsInstrument running =
        new StatisticsInstrument(statisticsCard, statistics, watch, text);
    MemoryInstrument kept = new MemoryInstrument(memoryCard, memory, watch, text);
    offerExport(varianceCard, outputs::seen, variance.words());
    offerExport(statisticsCard, running::seen, statistics.words());
    offerExport(memoryCard, kept::seen, memory.words());
    charts =
        Stream.of(outputs.charts(), running.charts(), kept.charts()).flatMap(List::stream).toList();
    watch.follow(appearance.brightnessProperty(), _ -> colour());
    watch.follow(appearance.textScaleProperty(), _ -> resize());
  }

  private void offerExport(InstrumentCard card, Supplier<Chart> seen, InstrumentWords words) {
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), seen, words.textProperty()::get, export, text));
  }

  private void colour() {
    ChartPalette palette =
        switch (appearance.brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    charts.forEach(chart -> chart.setPalette(palette));
  }

  private void resize() {
    charts.forEach(chart -> chart.setTextScale(appearance.textScaleProperty().get() / 100.0));
    grid.setFontSize(appearance.fontSize());
  }
}
