package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.Chart.Occasion;
import org.modescope.ui.chart.ChartTable.Cell;

/// Lets each mark of a chart say what it is: the one nearest to the pointer, or the one that the
/// left and right arrow keys, Home and End lead to, says its row of the chart's table. A click or a
/// key pins it; a second click or Escape lets go.
public final class Readout {
  /// How far from a mark the pointer may be, in pixels.
  private static final double REACH = 14;

  private static final double GAP = 6;
  private static final double FRAME = 3;

  private final Chart chart;
  private final Label label = new Label();
  private Spots spots = Spots.NONE;
  private IntConsumer onPointed = _ -> {};
  private int pointed = -1;
  private int pinned = -1;
  private @Nullable ChartTable table;

  /// @param chart it only keeps this, and asks it later
  public Readout(Chart chart) {
    this.chart = chart;
    label.getStyleClass().add("read-out");
    label.setManaged(false);
    label.setMouseTransparent(true);
    label.setVisible(false);
    chart.addControl(label);
    chart.setFocusTraversable(true);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(pinned));
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /// Who is told of the row whose mark is pointed at; −1 for none.
  public void onPointed(IntConsumer told) {
    onPointed = told;
  }

  /// Pins the mark about a row of the chart's table.
  public void pin(int row) {
    pinned = spots.about(row);
    if (pinned != pointed) {
      pointed = pinned;
      show();
      chart.repaintLater();
    }
  }

  /// The row whose mark is pointed at.
  public OptionalInt row() {
    return pointed < 0 ? OptionalInt.empty() : OptionalInt.of(spots.row().applyAsInt(pointed));
  }

  /// The chart shows other numbers in the same places.
  public void forgetTable() {
    table = null;
  }

  /// The chart shows other numbers.
  public void changed() {
    table = null;
    pinned = -1;
    pointed = -1;
    show();
  }

  /// Takes in where marks lie now, and frames the one that is pointed at; called last of all that
  /// is drawn.
  public void draw(Graphics2D g2, ChartStyle style, Occasion occasion, Spots drawn) {
    if (occasion == Occasion.PAPER) {
      return;
    }
    spots = drawn;
    pinned = pinned < spots.count() ? pinned : -1;
    pointed = pointed < spots.count() ? pointed : -1;
    if (pointed >= 0) {
      Rectangle2D at = spots.place().apply(pointed);
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.solid(style.thickness(1.6)));
      g2.draw(
          new RoundRectangle2D.Double(
              at.getX() - FRAME,
              at.getY() - FRAME,
              at.getWidth() + 2 * FRAME,
              at.getHeight() + 2 * FRAME,
              2 * FRAME,
              2 * FRAME));
    }
    show();
  }

  /// What is said now; empty while nothing is pointed at.
  public String text() {
    return row().stream().mapToObj(this::said).findFirst().orElse("");
  }

  private String said(int row) {
    ChartTable known = table == null ? chart.table() : table;
    table = known;
    if (row < 0 || row >= known.rows().size()) {
      return "";
    }
    List<Cell> cells = known.rows().get(row);
    return IntStream.range(0, cells.size())
        .mapToObj(column -> known.header().get(column) + " " + chart.shown(cells.get(column)))
        .collect(Collectors.joining(" · "));
  }

  private int markAt(MouseEvent event) {
    return spots.nearest(
        event.getX() - chart.getInsets().getLeft(),
        event.getY() - chart.getInsets().getTop(),
        REACH);
  }

  private void move(MouseEvent event) {
    int mark = markAt(event);
    point(mark < 0 ? pinned : mark);
  }

  private void click(MouseEvent event) {
    chart.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      int mark = markAt(event);
      pinned = mark == pinned ? -1 : mark;
    }
  }

  private void press(KeyEvent event) {
    int last = spots.count() - 1;
    if (last < 0 || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    int next =
        switch (event.getCode()) {
          case RIGHT -> Math.min(last, pointed + 1);
          case LEFT -> pointed < 0 ? last : Math.max(0, pointed - 1);
          case HOME -> 0;
          case END -> last;
          default -> -1;
        };
    if (next >= 0) {
      pinned = next;
      point(next);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && pointed >= 0) {
      pinned = -1;
      point(-1);
      event.consume();
    }
  }

  private void point(int mark) {
    if (mark != pointed) {
      pointed = mark;
      show();
      onPointed.accept(mark < 0 ? -1 : spots.row().applyAsInt(mark));
      chart.repaintLater();
    }
  }

  private void show() {
    String said = text();
    if (said.equals(label.getText()) && said.isEmpty()) {
      return;
    }
    label.setText(said);
    label.setVisible(!said.isEmpty());
    chart.say(said);
    if (!said.isEmpty()) {
      place(spots.place().apply(pointed));
    }
  }

  /// Above the mark where there is room, and within the chart.
  private void place(Rectangle2D at) {
    label.applyCss();
    double width = Math.min(label.prefWidth(-1), chart.getWidth());
    double height = label.prefHeight(width);
    label.resize(width, height);
    double top = chart.getInsets().getTop();
    double above = top + at.getMinY() - height - GAP;
    label.relocate(
        Math.clamp(
            chart.getInsets().getLeft() + at.getCenterX() - width / 2,
            0,
            Math.max(0, chart.getWidth() - width)),
        above >= 0 ? above : top + at.getMaxY() + GAP);
  }
}
