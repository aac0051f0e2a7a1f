package org.modescope.ui.layer;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// A picture in its card.
final class Pictured {
  private final InstrumentCard card = new InstrumentCard();
  private final Chart chart;
  private InstrumentText shown = new InstrumentText("", HeadlineTone.QUIET, "", "", "");

  /// @param id the card's, in the scene
  Pictured(String id, String title, Chart chart, ChartExport export, Text text) {
    this.chart = chart;
    card.setId(id);
    card.setTitle(title);
    card.speak(text);
    // Who cannot see it comes to it by keys, and has it read aloud.
    chart.setFocusTraversable(true);
    card.setChart(chart, chart::table);
    card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    card.setMinWidth(0);
    chart.explainWith((word, term) -> Explained.word(word, term, text));
    card.offerExport(() -> ExportMenu.of(title, () -> chart, () -> shown, export, text));
  }

  /// The same for a heat map, whose numbers are selected in the table as they are in the picture.
  static Pictured of(String id, String title, HeatMap map, ChartExport export, Text text) {
    Pictured pictured = new Pictured(id, title, map, export, text);
    pictured.card.linkRows(map::pointedRow, map::pointAtRow);
    return pictured;
  }

  /// Selects in the table what is pointed at in the picture, and the other way round.
  Pictured linked(Supplier<OptionalInt> row, IntConsumer choose) {
    card.linkRows(row, choose);
    return this;
  }

  InstrumentCard card() {
    return card;
  }

  Chart chart() {
    return chart;
  }

  void show(InstrumentText text) {
    shown = text;
    card.show(text);
    chart.setPlaceholder(text.emptyReason());
    card.numbersChanged();
  }

  /// Tells it only where there is something to show.
  void setShown(boolean isShown) {
    card.setVisible(isShown);
    card.setManaged(isShown);
  }
}
