package org.modescope.ui.chart.glimpse;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.TensorGlimpse;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.words.Text;

/// A heat map of a kept tensor: violet below 0, slate above, a mask in its own colour with what it
/// zeroed crossed out. The value under the pointer is told.
public final class GlimpsePicture extends Chart {
  private static final int TICK_EVERY = 5;
  private static final double LEAST_GAP = 4;
  private static final double BLOCK_GAP = 3;
  private static final Color VIOLET = Color.web("#7c5cbf");
  private static final Color VIOLET_ON_DARK = Color.web("#a98bf0");

  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private Optional<TensorGlimpse> seen = Optional.empty();
  private SavedKind kind = SavedKind.ACTIVATION;
  private Optional<Place> pointed = Optional.empty();
  private Optional<Grid> grid = Optional.empty();

  private record Place(int block, int row, int column) {}

  /// How blocks and cells lie.
  private record Grid(
      double x,
      double y,
      int across,
      double blockWidth,
      double blockHeight,
      double cellWidth,
      double cellHeight) {
    double left(Place place) {
      return x + place.block() % across * (blockWidth + BLOCK_GAP) + place.column() * cellWidth;
    }

    double top(Place place) {
      return y + place.block() / across * (blockHeight + BLOCK_GAP) + place.row() * cellHeight;
    }
  }

  // Only what Region itself has is called.
  @SuppressWarnings("this-escape")
  public GlimpsePicture(Text text) {
    super(text);
    setMinSize(0, 60);
    setPrefSize(100, 200);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
  }

  /// Shows a tensor.
  public void show(Optional<TensorGlimpse> shown, SavedKind shownKind) {
    seen = shown;
    kind = shownKind;
    pointed = Optional.empty();
    tell();
    repaintLater();
  }

  /// What is said of the value under the pointer, or of all.
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  @Override
  public ChartTable table() {
    List<List<ChartTable.Cell>> rows = new ArrayList<>();
    seen.ifPresent(
        glimpse -> {
          for (int i = 0; i < glimpse.values().length; i++) {
            Place place = place(glimpse, i);
            rows.add(
                List.of(
                    new Count(place.block()),
                    new Count(place.row()),
                    new Count(place.column()),
                    Measure.of(glimpse.values()[i])));
          }
        });
    return new ChartTable(
        List.of(
            text().say("graph.values.block"),
            text().say("graph.values.row"),
            text().say("graph.values.column"),
            text().say("graph.values.value")),
        rows);
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return seen.filter(glimpse -> glimpse.values().length > 0).isPresent()
        ? Optional.empty()
        : Optional.of(placeholder);
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    seen.ifPresent(glimpse -> draw(g2, style, area, glimpse));
  }

  private void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, TensorGlimpse glimpse) {
    boolean isTicked = glimpse.blocks() == 1 && glimpse.rows() > 1;
    double left = isTicked ? style.lineHeight() * 1.5 : 0;
    double top = glimpse.blocks() == 1 ? style.lineHeight() : 0;
    Grid laid =
        grid(
            glimpse,
            new Rectangle2D.Double(
                area.getX() + left,
                area.getY() + top,
                area.getWidth() - left,
                area.getHeight() - top));
    grid = Optional.of(laid);
    double limit = Math.max(Math.abs(glimpse.least()), Math.abs(glimpse.greatest()));
    for (int i = 0; i < glimpse.values().length; i++) {
      cell(g2, style, laid, place(glimpse, i), glimpse.values()[i], limit);
    }
    if (glimpse.blocks() == 1) {
      ticks(g2, style, glimpse, laid);
    }
    pointed.ifPresent(place -> frame(g2, style, laid, place));
  }

  private static Grid grid(TensorGlimpse glimpse, Rectangle2D room) {
    int across = 1;
    double best = 0;
    for (int tried = 1; tried <= glimpse.blocks(); tried++) {
      int down = Math.ceilDiv(glimpse.blocks(), tried);
      double width = (room.getWidth() - (tried - 1) * BLOCK_GAP) / tried / glimpse.columns();
      double height = (room.getHeight() - (down - 1) * BLOCK_GAP) / down / glimpse.rows();
      if (Math.min(width, height) > best) {
        best = Math.min(width, height);
        across = tried;
      }
    }
    int down = Math.ceilDiv(glimpse.blocks(), across);
    double width = (room.getWidth() - (across - 1) * BLOCK_GAP) / across;
    double height = (room.getHeight() - (down - 1) * BLOCK_GAP) / down;
    // A vector is a row of cells, not of pillars.
    height = Math.min(height, Math.max(26, width / glimpse.columns() * 3) * glimpse.rows());
    return new Grid(
        room.getX(),
        room.getY(),
        across,
        width,
        height,
        width / glimpse.columns(),
        height / glimpse.rows());
  }

  private void cell(
      Graphics2D g2, ChartStyle style, Grid laid, Place place, float value, double limit) {
    double gap = Math.min(laid.cellWidth(), laid.cellHeight()) > LEAST_GAP ? 1 : 0;
    Rectangle2D cell =
        new Rectangle2D.Double(
            laid.left(place),
            laid.top(place),
            Math.max(0.6, laid.cellWidth() - gap),
            Math.max(0.6, laid.cellHeight() - gap));
    g2.setPaint(ChartStyle.ink(colour(style, value, limit)));
    g2.fill(cell);
    if (value == 0 && kind == SavedKind.MASK && gap > 0) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.5));
      g2.setStroke(new BasicStroke(1));
      g2.draw(
          new Line2D.Double(
              cell.getX() + cell.getWidth() * 0.3,
              cell.getY() + cell.getHeight() * 0.25,
              cell.getX() + cell.getWidth() * 0.7,
              cell.getY() + cell.getHeight() * 0.75));
    }
  }

  private Color colour(ChartStyle style, float value, double limit) {
    Color none = style.palette().grid();
    if (Float.isNaN(value)) {
      return style.palette().train();
    }
    if (value == 0 || !(limit > 0)) {
      return none;
    }
    double share = Math.min(1, Math.abs(value) / limit);
    if (kind == SavedKind.MASK) {
      return none.interpolate(style.palette().of(kind), 0.25 + 0.75 * share);
    }
    boolean isDark = style.palette().panel().getBrightness() < 0.5;
    Color strong = value < 0 ? (isDark ? VIOLET_ON_DARK : VIOLET) : style.palette().text();
    return none.interpolate(strong, 0.08 + 0.92 * share);
  }

  private static void ticks(Graphics2D g2, ChartStyle style, TensorGlimpse glimpse, Grid laid) {
    int stepX = step(laid.cellWidth(), 2.4 * style.lineHeight());
    int stepY = step(laid.cellHeight(), 1.2 * style.lineHeight());
    Color ink = style.palette().mutedText();
    for (int column = 0; column < glimpse.columns(); column += stepX) {
      style.write(
          g2,
          Integer.toString(column),
          laid.x() + (column + 0.5) * laid.cellWidth(),
          laid.y() - 3,
          TextAnchor.BOTTOM_CENTER,
          ink);
    }
    for (int row = 0; glimpse.rows() > 1 && row < glimpse.rows(); row += stepY) {
      style.write(
          g2,
          Integer.toString(row),
          laid.x() - 4,
          laid.y() + (row + 0.5) * laid.cellHeight(),
          TextAnchor.CENTER_RIGHT,
          ink);
    }
  }

  private static int step(double cell, double room) {
    int step = 1;
    int[] factors = {TICK_EVERY, 2};
    for (int i = 0; step * cell < room && i < 12; i++) {
      step *= factors[i % 2];
    }
    return step;
  }

  private static void frame(Graphics2D g2, ChartStyle style, Grid laid, Place place) {
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(new BasicStroke(2));
    g2.draw(
        new Rectangle2D.Double(
            laid.left(place) - 1,
            laid.top(place) - 1,
            laid.cellWidth() + 1,
            laid.cellHeight() + 1));
  }

  private static Place place(TensorGlimpse glimpse, int index) {
    int perBlock = glimpse.rows() * glimpse.columns();
    return new Place(
        index / perBlock, index % perBlock / glimpse.columns(), index % glimpse.columns());
  }

  private void point(double x, double y) {
    if (grid.isEmpty() || seen.isEmpty()) {
      return;
    }
    Grid laid = grid.get();
    TensorGlimpse glimpse = seen.get();
    int blockColumn = (int) ((x - laid.x()) / (laid.blockWidth() + BLOCK_GAP));
    int blockRow = (int) ((y - laid.y()) / (laid.blockHeight() + BLOCK_GAP));
    double inX = x - laid.x() - blockColumn * (laid.blockWidth() + BLOCK_GAP);
    double inY = y - laid.y() - blockRow * (laid.blockHeight() + BLOCK_GAP);
    Place place =
        new Place(
            blockRow * laid.across() + blockColumn,
            (int) (inY / laid.cellHeight()),
            (int) (inX / laid.cellWidth()));
    boolean isInside =
        inX >= 0
            && inY >= 0
            && blockColumn < laid.across()
            && place.block() < glimpse.blocks()
            && place.row() < glimpse.rows()
            && place.column() < glimpse.columns();
    point(isInside ? Optional.of(place) : Optional.empty());
  }

  private void point(Optional<Place> place) {
    if (!place.equals(pointed)) {
      pointed = place;
      tell();
      repaintLater();
    }
  }

  private void tell() {
    told.set(
        seen.map(
                glimpse ->
                    pointed.map(place -> value(glimpse, place)).orElseGet(() -> zeros(glimpse)))
            .orElse(""));
    setAccessibleText(seen.map(glimpse -> glimpse.shape() + ", " + zeros(glimpse)).orElse(null));
  }

  private String value(TensorGlimpse glimpse, Place place) {
    String key = glimpse.blocks() > 1 ? "graph.values.in-block" : "graph.values.at";
    return text()
        .say(
            key,
            "block",
            place.block(),
            "row",
            place.row(),
            "column",
            place.column(),
            "value",
            text().numbers().inFull(glimpse.value(place.block(), place.row(), place.column())));
  }

  private String zeros(TensorGlimpse glimpse) {
    boolean isMask = kind == SavedKind.MASK && glimpse.distinct() <= 2 && glimpse.greatest() > 0;
    if (isMask && glimpse.isWhole()) {
      return text()
          .say(
              "graph.values.mask",
              "factor",
              text().numbers().plain(glimpse.greatest()),
              "zeros",
              glimpse.zeros(),
              "count",
              glimpse.count());
    }
    return glimpse.isWhole()
        ? text().say("graph.values.zeros", "zeros", glimpse.zeros(), "count", glimpse.count())
        : text()
            .say(
                "graph.values.part",
                "drawn",
                glimpse.values().length,
                "zeros",
                glimpse.zeros(),
                "count",
                glimpse.count());
  }
}
