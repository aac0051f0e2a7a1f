package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.mates.BatchGrid.Spot;
import org.modescope.words.Text;

/// A batch: the row in focus framed and in numbers, its mates in shades; rows that are images as
/// images.
///
/// A click on a mate selects it and the number that was hit; arrow keys lead on.
public final class BatchChart extends Chart {
  private final BiConsumer<Integer, Integer> select;
  private Optional<BatchFace> face = Optional.empty();
  private Optional<Spot> pointed = Optional.empty();
  private Optional<BatchDrawing> drawn = Optional.empty();

  /// @param select takes the mate that was selected, from 1, and the place of its number
  public BatchChart(Text text, BiConsumer<Integer, Integer> select) {
    super(text);
    this.select = select;
    setFocusTraversable(true);
    setOnMouseMoved(event -> point(at(event)));
    setOnMouseExited(_ -> point(Optional.empty()));
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
  }

  public void show(Optional<BatchFace> shown) {
    face = shown;
    pointed = Optional.empty();
    setAccessibleText(
        shown
            .map(
                each ->
                    text()
                        .say(
                            "mates.chart.batch.spoken",
                            "row",
                            each.row(),
                            "mates",
                            each.rows() - 1,
                            "marked",
                            each.marked()))
            .orElseGet(() -> text().say("mates.chart.batch.nothing")));
    repaintLater();
  }

  /// How many mates have room; 0 before the first is drawn.
  public int matesDrawn() {
    return drawn.map(BatchDrawing::matesDrawn).orElse(0);
  }

  @Override
  public ChartTable table(Text language) {
    return face.map(shown -> shown.table().apply(language))
        .orElseGet(() -> new ChartTable(List.of(), List.of()));
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face.isPresent() ? Optional.empty() : Optional.of(placeholder);
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    face.ifPresent(
        shown -> {
          BatchDrawing drawing =
              shown.image().isPresent()
                  ? new ImageDrawing(shown, shown.image().get(), area, style)
                  : new NumberDrawing(g2, shown, area, style);
          drawing.draw(g2, occasion == Occasion.SCREEN ? pointed : Optional.empty());
          if (occasion == Occasion.SCREEN) {
            drawn = Optional.of(drawing);
          }
        });
  }

  private Optional<Spot> at(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    return face.isEmpty() ? Optional.empty() : drawn.flatMap(drawing -> drawing.at(x, y));
  }

  private void point(Optional<Spot> spot) {
    if (!spot.equals(pointed)) {
      pointed = spot;
      repaintLater();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      at(event).ifPresent(spot -> select.accept(spot.row(), spot.place()));
    }
  }

  private void press(KeyEvent event) {
    face.filter(shown -> shown.rows() > 1)
        .flatMap(shown -> step(shown, event.getCode()))
        .ifPresent(
            spot -> {
              select.accept(spot.row(), spot.place());
              event.consume();
            });
  }

  private static Optional<Spot> step(BatchFace shown, KeyCode key) {
    int mate = Math.max(1, shown.marked());
    int place = shown.place();
    return switch (key) {
      case UP -> Optional.of(new Spot(Math.max(1, mate - 1), place));
      case DOWN -> Optional.of(new Spot(Math.min(shown.rows() - 1, mate + 1), place));
      case LEFT -> Optional.of(new Spot(mate, Math.max(0, place - 1)));
      case RIGHT -> Optional.of(new Spot(mate, Math.min(shown.width() - 1, place + 1)));
      default -> Optional.empty();
    };
  }
}
