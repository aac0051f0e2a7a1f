package org.modescope.ui.chart.heat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.heat.HeatSheet.Place;

/// A window of a sheet as it was drawn in an area.
final class HeatPicture {
  /// Below this side a cell has no room for a line around it or a cross in it.
  private static final double LEAST_WITH_GAP = 3.5;

  private final HeatSheet sheet;
  private final HeatWindow window;
  private final HeatLook look;
  private final Graphics2D g2;
  private final ChartStyle style;
  private final Rectangle2D area;
  private final double limit;
  private final HeatColors colors;
  private final HeatLayout layout;
  private final double left;
  private final double top;

  HeatPicture(
      HeatSheet sheet,
      HeatWindow window,
      HeatLook look,
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area) {
    this.sheet = sheet;
    this.window = window;
    this.look = look;
    this.g2 = g2;
    this.style = style;
    this.area = area;
    limit = look.limit().orElseGet(() -> limit(sheet, look.kind()));
    colors = HeatColors.on(style.palette());
    String lastRow = style.numbers().count(window.firstRow() + window.rows() - 1L);
    left = area.getX() + style.width(g2, lastRow) + 8;
    top = area.getY() + style.lineHeight() + 2;
    layout =
        HeatLayout.of(
            sheet,
            window,
            left,
            top,
            area.getMaxX() - left - 3,
            area.getMaxY() - top - footHeight());
  }

  /// Factors are told as they are; a scale ends at a number that is easily read.
  private static double limit(HeatSheet sheet, HeatLook.Kind kind) {
    return switch (kind) {
      case VALUES -> sheet.limit();
      case MASK -> sheet.largest();
    };
  }

  private double footHeight() {
    return style.lineHeight() * (window.isPart(sheet) ? 2.2 : 1.2) + 4;
  }

  void draw() {
    Color[] ramp = colors.ramp();
    for (int tile = 0; tile < window.tiles(); tile++) {
      for (int row = 0; row < window.rows(); row += window.rowStep()) {
        for (int column = 0; column < window.columns(); column += window.columnStep()) {
          drawCell(
              ramp,
              window.firstTile() + tile,
              window.firstRow() + row,
              window.firstColumn() + column);
        }
      }
    }
    HeatLabels labels = new HeatLabels(sheet, window, g2, style, area);
    labels.beside(layout, look.framedColumn());
    labels.foot(look, limit, ramp, left);
    look.framedColumn().ifPresent(this::frameColumn);
    look.framedRow().ifPresent(this::frameRow);
    look.framedBlock().ifPresent(this::frameBlock);
  }

  private void drawCell(Color[] ramp, int tile, int row, int column) {
    Rectangle2D cell = layout.cell(tile, row, column);
    double gap = Math.min(cell.getWidth(), cell.getHeight()) < LEAST_WITH_GAP ? 0 : 0.4;
    int index = sheet.index(tile, row, column);
    boolean isCrossed = isCrossed(index);
    g2.setPaint(paint(ramp, sheet.values()[index], isCrossed));
    g2.fill(
        new Rectangle2D.Double(
            cell.getX() + gap,
            cell.getY() + gap,
            cell.getWidth() - 2 * gap,
            cell.getHeight() - 2 * gap));
    if (isCrossed && gap > 0) {
      cross(cell);
    }
  }

  private boolean isCrossed(int index) {
    return switch (look.kind()) {
      case VALUES -> look.factors() != null && look.factors()[index] == 0;
      case MASK -> sheet.values()[index] == 0;
    };
  }

  private Color paint(Color[] ramp, float value, boolean isCrossed) {
    return switch (look.kind()) {
      case VALUES ->
          Float.isNaN(value)
              ? ChartStyle.ink(style.palette().mask())
              : ramp[isCrossed ? ramp.length / 2 : HeatColors.step(value, limit)];
      case MASK ->
          value == 0
              ? ramp[ramp.length / 2]
              : ChartStyle.ink(style.palette().mask(), 0.25 + 0.75 * Math.min(1, value / limit));
    };
  }

  private void cross(Rectangle2D cell) {
    double x = cell.getX();
    double y = cell.getY();
    double width = cell.getWidth();
    double height = cell.getHeight();
    g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.7));
    g2.setStroke(ChartStyle.solid(0.9));
    g2.draw(
        new Line2D.Double(
            x + 0.28 * width, y + 0.25 * height, x + 0.72 * width, y + 0.75 * height));
    if (look.kind() == HeatLook.Kind.MASK) {
      g2.draw(
          new Line2D.Double(
              x + 0.72 * width, y + 0.25 * height, x + 0.28 * width, y + 0.75 * height));
    }
  }

  /// Frames what is pointed at, and what it is compared with.
  void frame(int pointed, int other) {
    sheet.place(other).filter(this::isShown).ifPresent(place -> frame(place, true));
    sheet.place(pointed).filter(this::isShown).ifPresent(place -> frame(place, false));
  }

  private void frame(Place place, boolean isDashed) {
    Rectangle2D cell = layout.cell(place.tile(), place.row(), place.column());
    g2.setPaint(ChartStyle.ink(isDashed ? style.palette().mutedText() : style.palette().text()));
    g2.setStroke(
        isDashed
            ? ChartStyle.dashed(2)
            : new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g2.draw(
        new RoundRectangle2D.Double(
            cell.getX() - 2,
            cell.getY() - 2,
            Math.max(5, cell.getWidth() + 4),
            Math.max(5, cell.getHeight() + 4),
            6,
            6));
  }

  private void frameColumn(int column) {
    Place first = new Place(window.firstTile(), window.firstRow(), column);
    if (isShown(first)) {
      Rectangle2D cell = layout.cell(first.tile(), first.row(), column);
      outline(
          new RoundRectangle2D.Double(
              cell.getX() - 1.5, top - 2, cell.getWidth() + 3, layout.tileHeight() + 4, 6, 6));
      style.write(
          g2,
          style.numbers().count(column),
          cell.getCenterX(),
          top - 4,
          TextAnchor.BOTTOM_CENTER,
          style.palette().text());
    }
  }

  private void frameRow(int row) {
    Place first = new Place(window.firstTile(), row, window.firstColumn());
    if (isShown(first)) {
      Rectangle2D cell = layout.cell(first.tile(), row, first.column());
      outline(
          new RoundRectangle2D.Double(
              left - 2, cell.getY() - 1.5, layout.tileWidth() + 4, cell.getHeight() + 3, 6, 6));
    }
  }

  /// What of the block lies in the window, on each table.
  private void frameBlock(HeatLook.Block block) {
    int firstRow = Math.max(block.row(), window.firstRow());
    int firstColumn = Math.max(block.column(), window.firstColumn());
    int lastRow = Math.min(block.row() + block.rows(), window.firstRow() + window.rows()) - 1;
    int lastColumn =
        Math.min(block.column() + block.columns(), window.firstColumn() + window.columns()) - 1;
    if (firstRow > lastRow || firstColumn > lastColumn) {
      return;
    }
    for (int tile = 0; tile < window.tiles(); tile++) {
      Rectangle2D from = layout.cell(window.firstTile() + tile, firstRow, firstColumn);
      Rectangle2D to = layout.cell(window.firstTile() + tile, lastRow, lastColumn);
      outline(
          new RoundRectangle2D.Double(
              from.getX() - 1,
              from.getY() - 1,
              to.getMaxX() - from.getX() + 2,
              to.getMaxY() - from.getY() + 2,
              4,
              4));
    }
  }

  private void outline(RoundRectangle2D frame) {
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(1.8));
    g2.draw(frame);
  }

  private boolean isShown(Place place) {
    return within(place.tile(), window.firstTile(), window.tiles())
        && within(place.row(), window.firstRow(), window.rows())
        && within(place.column(), window.firstColumn(), window.columns());
  }

  private static boolean within(int place, int first, int count) {
    return place >= first && place < first + count;
  }

  /// The index of the number at a point; -1 where there is none.
  int indexAt(double x, double y) {
    return layout.indexAt(x, y);
  }
}
