package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.training.BackwardChart;
import org.modescope.ui.chart.training.CurvesChart;
import org.modescope.ui.chart.training.HeldChart;
import org.modescope.ui.chart.training.StepChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.training.TrainingFace.Place;

/// All charts of a training.
final class TrainingCharts {
  private final Desk desk;
  private final ChartExport exports;
  private final Supplier<TrainingFace> face;
  private final List<ChartCard> cards = new ArrayList<>();

  /// @param face what is shown now
  TrainingCharts(Desk desk, ChartExport exports, Supplier<TrainingFace> face) {
    this.desk = desk;
    this.exports = exports;
    this.face = face;
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
  }

  void curves(InstrumentCard card, Place place) {
    CurvesChart chart = new CurvesChart(desk.text());
    add(
        new ChartCard(
            card,
            chart,
            shown -> shown.panel(place).words(),
            shown -> chart.show(shown.panel(place).curves())));
  }

  void held(InstrumentCard card) {
    HeldChart chart = new HeldChart(desk.text());
    add(
        new ChartCard(
            card, chart, shown -> shown.held().words(), shown -> chart.show(shown.held().face())));
  }

  void backward(InstrumentCard card) {
    BackwardChart chart = new BackwardChart(desk.text());
    add(
        new ChartCard(
            card,
            chart,
            shown -> shown.backward().words(),
            shown -> chart.show(shown.backward().face())));
  }

  void memory(InstrumentCard card) {
    StepChart chart = new StepChart(desk.text());
    add(
        new ChartCard(
            card,
            chart,
            shown -> shown.memory().words(),
            shown -> chart.show(shown.memory().face())));
  }

  private void add(ChartCard card) {
    card.join(each -> each.words().apply(face.get()), exports, desk.text());
    cards.add(card);
    colour();
    resize();
  }

  void show(TrainingFace shown) {
    cards.forEach(each -> each.show(shown));
  }

  private void colour() {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    cards.forEach(each -> each.chart().setPalette(palette));
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    cards.forEach(each -> each.chart().setTextScale(scale));
  }
}
