package org.modescope.ui.chart.weights;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// A tensor as a table and a heat map in one: coloured cells, with their numbers where they are
/// large enough. The mouse selects blocks, the wheel shows other rows and columns.
public final class SheetChart extends Chart {
  private static final int MOST_IN_TABLE = 10_000;
  private static final int NOTCH = 3;
  private static final int MOST_DECIMALS = 4;
  private static final int FEWEST_DECIMALS = 2;
  private static final double LEAST_CELL = 4;
  private static final double LARGEST_OF_MAP = 9;
  private static final double HIGHEST_CELL = 2.6;

  /// How much is shown at once.
  public enum Scale {
    /// As many cells as have room for their numbers.
    NUMBERS,
    /// As many cells as can be told apart.
    MAP
  }

  private Optional<SheetFace> face = Optional.empty();
  private Block selected = Block.FIRST;
  private Optional<Scale> scale = Optional.empty();
  private int firstRow;
  private int firstColumn;
  private @Nullable SheetWindow window;
  private Consumer<Block> selecting = _ -> {};
  private Consumer<Scale> scaling = _ -> {};
  private Scale drawnScale = Scale.NUMBERS;

  // Only what Region and Chart themselves have is called.
  @SuppressWarnings("this-escape")
  public SheetChart(Text text) {
    super(text);
    getStyleClass().setAll("heat");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnScroll(this::scroll);
  }

  /// Shows a tensor; nothing where there is none.
  public void show(Optional<SheetFace> shown) {
    if (shown.equals(face)) {
      return;
    }
    boolean isOther =
        !shown.map(SheetFace::sheet).equals(face.map(SheetFace::sheet))
            || !shown.map(SheetFace::key).equals(face.map(SheetFace::key));
    if (isOther) {
      firstRow = 0;
      firstColumn = 0;
      scale = Optional.empty();
    }
    face = shown;
    repaintLater();
  }

  /// Frames what is selected, and brings the cell where the keys are into sight.
  public void select(Block block, String spoken) {
    selected = block;
    setAccessibleText(spoken);
    bringIntoSight();
    repaintLater();
  }

  /// Hears what the mouse selects.
  public void onSelected(Consumer<Block> listener) {
    selecting = listener;
  }

  /// Hears whether numbers or a map are shown, where nobody asked for either.
  public void onScaled(Consumer<Scale> listener) {
    scaling = listener;
  }

  /// Shows numbers or a map from now on; until then what suits the tensor.
  public void setScale(Scale chosen) {
    scale = Optional.of(chosen);
    bringIntoSight();
    repaintLater();
  }

  /// How many rows are in sight.
  public int rowsInSight() {
    return window == null ? 1 : Math.max(1, window.rows() - 1);
  }

  /// Where the cell is at which the keys are, in this region; empty if it is out of sight.
  public Optional<Bounds> cellBounds() {
    SheetWindow drawn = window;
    if (drawn == null || !drawn.shows(selected.row(), selected.column())) {
      return Optional.empty();
    }
    Rectangle2D cell = drawn.cell(selected.row(), selected.column());
    return Optional.of(
        new BoundingBox(cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight()));
  }

  @Override
  public ChartTable table(Text language) {
    List<List<Cell>> rows = new ArrayList<>();
    face.ifPresent(
        shown -> {
          int last = Math.min(shown.values().length, MOST_IN_TABLE);
          for (int index = 0; index < last; index++) {
            rows.add(
                List.of(new Word(shown.sheet().place(index)), Measure.of(shown.values()[index])));
          }
        });
    return new ChartTable(
        List.of(language.say("weights.table.place"), language.say("weights.table.value")), rows);
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    face.ifPresent(shown -> draw(g2, style, area, occasion, shown));
  }

  private void draw(
      Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion, SheetFace shown) {
    Rectangle2D cells = cells(g2, style, area, shown.sheet());
    int decimals = decimals(g2, style, shown, cells.getWidth());
    SheetWindow.Size numbers = numberSize(g2, style, shown, decimals);
    boolean isMap = scaleOf(shown, cells, numbers) == Scale.MAP;
    SheetWindow drawn =
        SheetWindow.of(
            shown.sheet(),
            cells,
            firstRow,
            firstColumn,
            isMap ? mapSize(cells, shown.sheet()) : numbers,
            HIGHEST_CELL * style.lineHeight());
    boolean hasRoom =
        drawn.cellWidth() >= numbers.width() - 1 && drawn.cellHeight() >= numbers.height() - 1;
    new SheetPicture(shown, drawn, selected, decimals, g2, style).draw(hasRoom);
    if (occasion == Occasion.SCREEN) {
      drawnScale = isMap ? Scale.MAP : Scale.NUMBERS;
      scaling.accept(drawnScale);
      window = drawn;
      firstRow = drawn.firstRow();
      firstColumn = drawn.firstColumn();
    }
  }

  private static Rectangle2D cells(
      Graphics2D g2, ChartStyle style, Rectangle2D area, SheetShape sheet) {
    double left = style.width(g2, sheet.rowName(sheet.rows() - 1)) + 2 * style.gap();
    double top = 1.3 * style.lineHeight();
    return new Rectangle2D.Double(
        area.getX() + left,
        area.getY() + top,
        Math.max(1, area.getWidth() - left),
        Math.max(1, area.getHeight() - top));
  }

  /// As many as let whole rows be seen, or the most where no number of them does.
  private static int decimals(Graphics2D g2, ChartStyle style, SheetFace shown, double width) {
    for (int decimals = MOST_DECIMALS; decimals >= FEWEST_DECIMALS; decimals--) {
      if (shown.sheet().columns() * numberSize(g2, style, shown, decimals).width() <= width) {
        return decimals;
      }
    }
    return MOST_DECIMALS;
  }

  private static SheetWindow.Size numberSize(
      Graphics2D g2, ChartStyle style, SheetFace shown, int decimals) {
    String widest = shown.whole().orElse(style.numbers().fixed(-9.88888, decimals));
    return new SheetWindow.Size(style.width(g2, widest) + style.gap(), 1.35 * style.lineHeight());
  }

  /// Cells of a map are as large as lets all columns be seen.
  private static SheetWindow.Size mapSize(Rectangle2D cells, SheetShape sheet) {
    double side = Math.clamp(cells.getWidth() / sheet.columns(), LEAST_CELL, LARGEST_OF_MAP);
    return new SheetWindow.Size(side, side);
  }

  /// What was asked for, or numbers where whole rows of them fit.
  private Scale scaleOf(SheetFace shown, Rectangle2D cells, SheetWindow.Size numbers) {
    boolean fits =
        !shown.sheet().hasBlocks() && shown.sheet().columns() * numbers.width() <= cells.getWidth();
    return scale.orElse(fits ? Scale.NUMBERS : Scale.MAP);
  }

  /// Whether numbers or a map are shown.
  public Scale scale() {
    return scale.orElse(drawnScale);
  }

  private void bringIntoSight() {
    SheetWindow drawn = window;
    if (drawn == null || face.isEmpty()) {
      return;
    }
    firstRow = inSight(selected.row(), firstRow, drawn.rows());
    firstColumn = inSight(selected.column(), firstColumn, drawn.columns());
  }

  private static int inSight(int place, int first, int shown) {
    return place < first ? place : Math.max(first, place - shown + 1);
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || window == null) {
      return;
    }
    requestFocus();
    Block there = Block.at(window.rowAt(event.getY()), window.columnAt(event.getX()));
    selecting.accept(event.isShiftDown() ? selected.to(there.row(), there.column()) : there);
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && window != null) {
      selecting.accept(selected.to(window.rowAt(event.getY()), window.columnAt(event.getX())));
    }
  }

  private void scroll(ScrollEvent event) {
    SheetWindow drawn = window;
    if (drawn == null || !drawn.isPart()) {
      return;
    }
    boolean isAcross = event.isShiftDown() || event.getDeltaX() != 0;
    double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
    int step = -NOTCH * (int) Math.signum(delta);
    if (isAcross) {
      firstColumn = Math.max(0, firstColumn + step * drawn.sheet().blockColumns());
    } else {
      firstRow = Math.max(0, firstRow + step * drawn.sheet().blockRows());
    }
    repaintLater();
    event.consume();
  }
}
