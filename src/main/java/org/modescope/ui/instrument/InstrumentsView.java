package org.modescope.ui.instrument;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
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
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final Following following = new Following(shown);
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
      Text text) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
    this.export = export;
    this.appearance = appearance;
    this.text = text;
  }

  /// Whether the instruments are on the screen; while they are not, no chart is given anything.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// Lets go of what outlives the view, the view models of its instruments included.
  public void close() {
    following.close();
    variance.close();
    statistics.close();
    memory.close();
  }

  @FXML
  private void initialize() {
    Stream.of(varianceCard, statisticsCard, memoryCard).forEach(card -> card.speak(text));
    VarianceInstrument outputs = new VarianceInstrument(varianceCard, variance, following, text);
    StatisticsInstrument running =
        new StatisticsInstrument(statisticsCard, statistics, following, text);
    MemoryInstrument kept = new MemoryInstrument(memoryCard, memory, following, text);
    offerExport(varianceCard, outputs::seen, variance.words());
    offerExport(statisticsCard, running::seen, statistics.words());
    offerExport(memoryCard, kept::seen, memory.words());
    charts =
        Stream.of(outputs.charts(), running.charts(), kept.charts()).flatMap(List::stream).toList();
    following.follow(appearance.brightnessProperty(), _ -> colour());
    following.follow(appearance.textScaleProperty(), _ -> resize());
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
