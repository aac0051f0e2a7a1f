package org.modescope.ui.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.modescope.ui.glossary.TermFigure.Bytes;
import org.modescope.ui.glossary.TermFigure.Piece;
import org.modescope.ui.glossary.TermFigure.Spread;
import org.modescope.ui.glossary.TermFigure.Way;

/// A small drawing of a run's numbers: boxes at shares of its width.
final class FigurePane extends Pane {
  private static final double LEAST_WIDTH = 2;

  /// The most outputs of which each has a mark of its own.
  private static final int MOST_MARKS = 400;

  private final List<Box> boxes = new ArrayList<>();

  private FigurePane() {
    getStyleClass().add("glossary-figure");
  }

  static FigurePane of(TermFigure figure) {
    FigurePane pane = new FigurePane();
    switch (figure) {
      case Bytes bytes -> pane.draw(bytes);
      case Spread spread -> pane.draw(spread);
      case Way way -> pane.draw(way);
    }
    return pane;
  }

  private void draw(Bytes bytes) {
    double all = Math.max(1, bytes.all());
    double from = 0;
    for (Piece piece : bytes.pieces()) {
      double to = from + piece.bytes() / all;
      String kind = "kind-" + piece.kind().name().toLowerCase(Locale.ROOT);
      add(from, to, 0, 0.74, "glossary-piece", piece.isCounted() ? kind : kind + "-hollow");
      from = to;
    }
    add(0, bytes.counted() / all, 0.88, 1, "glossary-counted");
  }

  private void draw(Spread spread) {
    double most =
        Math.max(
            spread.values().stream().mapToDouble(Double::doubleValue).max().orElse(0),
            spread.predicted().orElse(0));
    double scale = most == 0 ? 1 : most * 1.04;
    add(0, 1, 0.9, 0.94, "glossary-track");
    int step = Math.max(1, spread.values().size() / MOST_MARKS);
    for (int index = 0; index < spread.values().size(); index += step) {
      mark(spread.values().get(index) / scale, 0.4, 0.88, "glossary-mark");
    }
    spread.predicted().ifPresent(sd -> mark(sd / scale, 0, 1, "glossary-predicted"));
    mark(spread.mean() / scale, 0.1, 1, "glossary-mean");
  }

  private void draw(Way way) {
    add(0, 1, 0.35, 0.75, "glossary-track");
    add(0, Math.clamp(way.share(), 0, 1), 0.35, 0.75, "glossary-come");
    way.stops().forEach(stop -> mark(Math.clamp(stop, 0, 1), 0.15, 0.95, "glossary-mark"));
    mark(Math.clamp(way.share(), 0, 1), 0, 1, "glossary-mean");
  }

  private void mark(double at, double top, double bottom, String style) {
    add(at, at, top, bottom, style);
  }

  private void add(double from, double to, double top, double bottom, String... styles) {
    Region drawn = new Region();
    drawn.getStyleClass().setAll(styles);
    getChildren().add(drawn);
    boxes.add(new Box(drawn, from, to, top, bottom));
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - LEAST_WIDTH;
    for (Box box : boxes) {
      double left = Math.rint(box.from() * room);
      double right = Math.rint(box.to() * room) + (box.to() > box.from() ? 0 : LEAST_WIDTH);
      double top = Math.rint(box.top() * getHeight());
      double bottom = Math.rint(box.bottom() * getHeight());
      box.drawn().resizeRelocate(left, top, right - left, Math.max(1, bottom - top));
    }
  }

  /// Where something is, in shares of the room.
  private record Box(Region drawn, double from, double to, double top, double bottom) {}
}
