package org.modescope.ui.training;

import java.util.function.Consumer;
import java.util.function.Function;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// A card with its chart, and what of a training both show.
///
/// @param words what is said around the chart
/// @param draw gives the chart its numbers
record ChartCard(
    InstrumentCard card,
    Chart chart,
    Function<TrainingFace, InstrumentText> words,
    Consumer<TrainingFace> draw) {

  /// Puts the chart into the card.
  ///
  /// @param face what is shown now, for pictures that leave the window
  void join(Function<ChartCard, InstrumentText> face, ChartExport exports, Text text) {
    card.speak(text);
    card.showProvenance("");
    card.setChart(chart, chart::table);
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), () -> chart, () -> face.apply(this), exports, text));
  }

  /// Shows a training, where anybody looks: else it would be painted for nobody.
  void show(TrainingFace face) {
    if (!card.isVisible()) {
      return;
    }
    InstrumentText around = words.apply(face);
    chart.setPlaceholder(around.emptyReason());
    draw.accept(face);
    card.show(around);
    // A table of thousands of lines is not made anew several times a second.
    if (!face.isRunning()) {
      card.numbersChanged();
    }
  }
}
