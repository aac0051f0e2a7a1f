package org.modescope.ui.chart.heat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.heat.HeatSheet.Place;
import org.modescope.words.Text;

/// The numbers of a tensor as colours. The pointer and the arrow keys point at one; plus, minus and
/// the wheel show less or more at a time of what is large.
public final class HeatMap extends Chart {
  private static final int MOST_IN_TABLE = 10_000;

  private @Nullable HeatSheet sheet;
  private HeatLook look = HeatLook.PLAIN;
  private int pointed = -1;
  private int other = -1;
  private int span = HeatWindow.USUAL;
  private IntConsumer follower = _ -> {};
  private @Nullable HeatPicture picture;

  // Only what Region and Chart themselves have is called.
  @SuppressWarnings("this-escape")
  public HeatMap(Text text) {
    super(text);
    getStyleClass().setAll("heat");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setOnMouseMoved(this::move);
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
    setOnScroll(this::scroll);
  }

  /// Shows a sheet; nothing where there is none.
  public void show(Optional<HeatSheet> shown, HeatLook how) {
    HeatSheet next = shown.orElse(null);
    if (Objects.equals(next, sheet) && how.equals(look)) {
      return;
    }
    if (next == null || sheet == null || next.rows() != sheet.rows()) {
      span = HeatWindow.USUAL;
    }
    sheet = next;
    look = how;
    repaintLater();
  }

  /// Frames the number with an index in the tensor.
  public void point(int index) {
    if (index != pointed) {
      pointed = index;
      repaintLater();
    }
  }

  /// Frames another number with a dashed line; none below 0.
  public void compareWith(int index) {
    if (index != other) {
      other = index;
      repaintLater();
    }
  }

  /// Hears of the index of the number that the user points at.
  public void onPointed(IntConsumer listener) {
    follower = listener;
  }

  /// The row of the table about the number that is framed.
  public OptionalInt pointedRow() {
    HeatSheet shown = sheet;
    return shown == null
        ? OptionalInt.empty()
        : shown
            .place(pointed)
            .map(at -> (at.tile() * shown.rows() + at.row()) * shown.columns() + at.column())
            .filter(row -> row < MOST_IN_TABLE)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
  }

  /// The user points at the number of a row of the table.
  public void pointAtRow(int row) {
    HeatSheet shown = sheet;
    if (shown != null) {
      int line = row / shown.columns();
      follower.accept(shown.index(line / shown.rows(), line % shown.rows(), row % shown.columns()));
    }
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return sheet == null || sheet.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    HeatSheet shown = sheet;
    if (shown == null) {
      return;
    }
    HeatWindow window = HeatWindow.of(shown, span, place(shown));
    HeatPicture drawn = new HeatPicture(shown, window, look, g2, style, area);
    drawn.draw();
    if (occasion == Occasion.SCREEN) {
      drawn.frame(pointed, other);
      picture = drawn;
    }
  }

  private Place place(HeatSheet shown) {
    return shown.place(pointed).orElse(new Place(0, 0, 0));
  }

  @Override
  public ChartTable table(Text language) {
    List<List<Cell>> rows = new ArrayList<>();
    HeatSheet shown = sheet;
    if (shown != null) {
      for (int tile = 0; tile < shown.tiles(); tile++) {
        for (int row = 0; row < shown.rows(); row++) {
          for (int column = 0; column < shown.columns() && rows.size() < MOST_IN_TABLE; column++) {
            rows.add(
                List.of(
                    new Count(tile),
                    new Count(row),
                    new Count(column),
                    Measure.of(shown.value(tile, row, column))));
          }
        }
      }
    }
    return new ChartTable(
        List.of(
            language.say("chart.heat.table.map"),
            language.say("chart.heat.table.row"),
            language.say("chart.heat.table.column"),
            language.say("chart.heat.table.value")),
        rows);
  }

  private void move(MouseEvent event) {
    int index = picture == null ? -1 : picture.indexAt(event.getX(), event.getY());
    setCursor(index < 0 ? Cursor.DEFAULT : Cursor.CROSSHAIR);
    if (index >= 0 && index != pointed) {
      follower.accept(index);
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    move(event);
  }

  private void press(KeyEvent event) {
    HeatSheet shown = sheet;
    if (shown == null || shown.isEmpty() || event.isShortcutDown()) {
      return;
    }
    Place at = place(shown);
    int page = Math.min(span, shown.rows());
    switch (event.getCode()) {
      case LEFT -> go(shown, at, 0, -1);
      case RIGHT -> go(shown, at, 0, 1);
      case UP -> go(shown, at, -1, 0);
      case DOWN -> go(shown, at, 1, 0);
      case PAGE_UP -> go(shown, at, -page, 0);
      case PAGE_DOWN -> go(shown, at, page, 0);
      case HOME -> go(shown, at, 0, -shown.columns());
      case END -> go(shown, at, 0, shown.columns());
      case PLUS, ADD, EQUALS -> zoom(0.5);
      case MINUS, SUBTRACT -> zoom(2);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Past the last row or column of a map lies the next map.
  private void go(HeatSheet shown, Place at, int down, int right) {
    int tile = at.tile();
    int row = at.row() + down;
    int column = at.column() + right;
    boolean isStep = Math.abs(down) + Math.abs(right) == 1;
    if (isStep && (column < 0 || row < 0) && tile > 0) {
      tile--;
      column = column < 0 ? shown.columns() - 1 : column;
      row = row < 0 ? shown.rows() - 1 : row;
    } else if (isStep
        && (column >= shown.columns() || row >= shown.rows())
        && tile < shown.tiles() - 1) {
      tile++;
      column = column >= shown.columns() ? 0 : column;
      row = row >= shown.rows() ? 0 : row;
    }
    follower.accept(
        shown.index(
            tile,
            Math.clamp(row, 0, shown.rows() - 1),
            Math.clamp(column, 0, shown.columns() - 1)));
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0 && sheet != null) {
      zoom(event.getDeltaY() > 0 ? 0.5 : 2);
      event.consume();
    }
  }

  private void zoom(double factor) {
    HeatSheet shown = sheet;
    if (shown == null) {
      return;
    }
    int largest =
        Math.max(shown.rows(), shown.columns()) * (int) Math.ceil(Math.sqrt(shown.tiles()));
    int most = Math.max(HeatWindow.USUAL, largest);
    // What is smaller than a usual window is not made larger by half of what is not there.
    int from = factor < 1 ? Math.min(span, most) : span;
    span = (int) Math.clamp(from * factor, HeatWindow.LEAST, most);
    repaintLater();
  }
}
