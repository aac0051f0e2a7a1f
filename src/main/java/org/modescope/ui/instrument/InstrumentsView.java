package org.modescope.ui.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.glossary.Explained;
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
  private final ChartLook look;
  private final EnlargedViewModel enlarged;
  private final Text text;
  private final Watch watch;
  private List<Chart> charts = List.of();

  @FXML private InstrumentGrid grid;
  @FXML private InstrumentCard varianceCard;
  @FXML private InstrumentCard statisticsCard;
  @FXML private InstrumentCard memoryCard;

  /// @param enlarged which one fills the room of all
  public InstrumentsView(
      VarianceViewModel variance,
      StatisticsViewModel statistics,
      MemoryViewModel memory,
      ChartExport export,
      Appearance appearance,
      ChartLook look,
      EnlargedViewModel enlarged,
      Watch watch,
      Text text) {
    this.variance = variance;
    this.statistics = statistics;
    this.memory = memory;
    this.export = export;
    this.appearance = appearance;
    this.look = look;
    this.enlarged = enlarged;
    this.watch = watch;
    this.text = text;
  }

  @FXML
  private void initialize() {
    cards().values().forEach(card -> card.speak(text));
    cards().forEach(this::letEnlarge);
    VarianceInstrument outputs = new VarianceInstrument(varianceCard, variance, watch, text);
    StatisticsInstrument running =
        new StatisticsInstrument(statisticsCard, statistics, watch, text);
    MemoryInstrument kept = new MemoryInstrument(memoryCard, memory, watch, text);
    offerExport(varianceCard, outputs::seen, variance.words());
    offerExport(statisticsCard, running::seen, statistics.words());
    offerExport(memoryCard, kept::seen, memory.words());
    if (look == ChartLook.HALL) {
      varianceCard.showPair(variance.words(), watch);
      statisticsCard.showPair(statistics.words(), watch);
      memoryCard.showPair(memory.words(), watch);
    }
    charts =
        Stream.of(outputs.charts(), running.charts(), kept.charts()).flatMap(List::stream).toList();
    charts.forEach(chart -> chart.explainWith((word, term) -> Explained.word(word, term, text)));
    enlarged.enlargedProperty().subscribe(this::enlarge);
    watch.follow(variance.experimentProperty(), _ -> charts.forEach(Chart::resetZoom));
    watch.follow(appearance.brightnessProperty(), _ -> colour());
    watch.follow(appearance.textScaleProperty(), _ -> resize());
  }

  private Map<InstrumentId, InstrumentCard> cards() {
    return Map.of(
        InstrumentId.VARIANCE,
        varianceCard,
        InstrumentId.STATISTICS,
        statisticsCard,
        InstrumentId.MEMORY,
        memoryCard);
  }

  private void letEnlarge(InstrumentId id, InstrumentCard card) {
    if (look == ChartLook.HALL) {
      card.setNumber(id.ordinal() + 1);
      return;
    }
    card.offerEnlarging(() -> enlarged.toggle(id));
    card.hoverProperty().subscribe((_, _) -> enlarged.pointAt(id));
    card.focusWithinProperty().subscribe((_, _) -> enlarged.pointAt(id));
  }

  private void enlarge(Optional<InstrumentId> one) {
    cards()
        .forEach(
            (id, card) -> {
              boolean isShown = one.isEmpty() || one.get() == id;
              card.setVisible(isShown);
              card.setManaged(isShown);
              card.setEnlarged(one.isPresent());
            });
    grid.requestLayout();
  }

  private void offerExport(InstrumentCard card, Supplier<Chart> seen, InstrumentWords words) {
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), seen, words.textProperty()::get, export, text));
  }

  private void colour() {
    charts.forEach(chart -> chart.setPalette(look.palette(appearance)));
  }

  private void resize() {
    charts.forEach(chart -> chart.setTextScale(look.textScale(appearance)));
    grid.setFontSize(appearance.fontSize());
  }
}
