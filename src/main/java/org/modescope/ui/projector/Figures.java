package org.modescope.ui.projector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.cells.BytesPicture;
import org.modescope.ui.chart.cells.CommonScale;
import org.modescope.ui.chart.cells.DotsPicture;
import org.modescope.ui.chart.cells.LinesPicture;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.InstrumentId;
import org.modescope.ui.instrument.InstrumentWords;
import org.modescope.ui.screen.Desk;

/// The instruments as figures: each with its headline and a small picture.
final class Figures {
  private final Map<InstrumentId, FigureCard> cards = new EnumMap<>(InstrumentId.class);
  private final DotsPicture dots;
  private final LinesPicture lines;
  private final BytesPicture bytes;

  Figures(
      InstrumentWords variance,
      InstrumentWords statistics,
      InstrumentWords memory,
      ProjectorViewModel model,
      Desk desk) {
    dots = new DotsPicture(desk.text());
    lines = new LinesPicture(desk.text());
    bytes = new BytesPicture(desk.text());
    bytes.getStyleClass().add("bar-picture");
    add(InstrumentId.VARIANCE, variance, dots, model, desk);
    add(InstrumentId.STATISTICS, statistics, lines, model, desk);
    add(InstrumentId.MEMORY, memory, bytes, model, desk);
    desk.watch().follow(model.seenProperty(), this::draw);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour(desk));
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> colour(desk));
  }

  FigureCard of(InstrumentId instrument) {
    return Objects.requireNonNull(cards.get(instrument));
  }

  private void add(
      InstrumentId instrument,
      InstrumentWords words,
      Chart picture,
      ProjectorViewModel model,
      Desk desk) {
    String title = desk.text().say("instrument." + instrument.key() + ".title");
    FigureCard card =
        new FigureCard(
            instrument.ordinal() + 1, title, picture, () -> model.large().enlarge(instrument));
    Explained.about(card, term(instrument));
    desk.watch().follow(words.textProperty(), card::show);
    desk.watch().follow(words.figuresProperty(), card::showPair);
    cards.put(instrument, card);
  }

  private static String term(InstrumentId instrument) {
    return switch (instrument) {
      case VARIANCE -> "output-variance";
      case STATISTICS -> "running-mean";
      case MEMORY -> "autograd-graph";
    };
  }

  private void draw(Optional<Cell> seen) {
    CommonScale scale = CommonScale.of(seen.stream().toList());
    Mode mode = seen.map(Cell::mode).orElse(Mode.TRAIN);
    dots.show(seen.map(Cell::seen).flatMap(Observation::output), scale, mode);
    lines.show(seen.flatMap(cell -> CommonScale.traced(cell, scale.layer())), scale, mode);
    bytes.show(seen.map(Cell::seen).flatMap(Observation::memory), scale);
  }

  private void colour(Desk desk) {
    for (Chart picture : List.of(dots, lines, bytes)) {
      picture.setPalette(ChartLook.HALL.palette(desk.appearance()));
      picture.setTextScale(ChartLook.HALL.textScale(desk.appearance()));
    }
  }
}
