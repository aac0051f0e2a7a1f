package org.modescope.ui.chart.weights;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.heat.HeatColors;

/// Draws a window of a sheet: colours, numbers where there is room for them, what was edited and
/// what is selected.
record SheetPicture(
    SheetFace face,
    SheetWindow window,
    Block selected,
    int decimals,
    Graphics2D g2,
    ChartStyle style) {
  private static final double ROUNDING = 4;
  private static final double LEAST_WITH_GAP = 4;

  /// @param hasNumbers whether cells have room for numbers
  void draw(boolean hasNumbers) {
    HeatColors colors = HeatColors.on(style.palette());
    for (int row = window.firstRow(); row < window.firstRow() + window.rows(); row++) {
      for (int column = window.firstColumn();
          column < window.firstColumn() + window.columns();
          column++) {
        if (face.sheet().holds(row, column)) {
          drawCell(colors, row, column, hasNumbers);
        }
      }
    }
    drawHeads();
    frameSelection();
  }

  private void drawCell(HeatColors colors, int row, int column, boolean hasNumbers) {
    int index = face.sheet().index(row, column);
    float value = face.values()[index];
    Color fill =
        Float.isNaN(value)
            ? ChartStyle.ink(style.palette().mask())
            : colors.of(Math.clamp(value / face.limit(), -1, 1));
    Rectangle2D cell = window.cell(row, column);
    double gap = Math.min(cell.getWidth(), cell.getHeight()) < LEAST_WITH_GAP ? 0 : 0.75;
    double rounding = hasNumbers ? ROUNDING : 0;
    double width = cell.getWidth() - 2 * gap;
    double height = cell.getHeight() - 2 * gap;
    g2.setPaint(fill);
    if (rounding > 0) {
      g2.fill(
          new RoundRectangle2D.Double(
              cell.getX() + gap, cell.getY() + gap, width, height, rounding, rounding));
    } else {
      g2.fill(new Rectangle2D.Double(cell.getX() + gap, cell.getY() + gap, width, height));
    }
    if (face.isEditedAt(index)) {
      mark(cell, on(fill));
    }
    if (hasNumbers) {
      style.write(
          g2,
          face.whole().orElseGet(() -> number(style, value, decimals)),
          cell.getCenterX(),
          cell.getCenterY(),
          TextAnchor.CENTER,
          on(fill));
    }
  }

  /// Of the panel's colour and the text's, the one that stands out more.
  private javafx.scene.paint.Color on(Color fill) {
    double light = luminance(fill);
    double panel = luminance(ChartStyle.ink(style.palette().panel()));
    double text = luminance(ChartStyle.ink(style.palette().text()));
    return contrast(light, text) >= contrast(light, panel)
        ? style.palette().text()
        : style.palette().panel();
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /// As the Web Content Accessibility Guidelines define it.
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /// A number that was put in by hand has a corner turned down.
  private void mark(Rectangle2D cell, javafx.scene.paint.Color color) {
    double side = Math.min(8, 0.5 * Math.min(cell.getWidth(), cell.getHeight()));
    Path2D corner = new Path2D.Double();
    corner.moveTo(cell.getMaxX() - side - 1, cell.getY() + 1);
    corner.lineTo(cell.getMaxX() - 1, cell.getY() + 1);
    corner.lineTo(cell.getMaxX() - 1, cell.getY() + side + 1);
    corner.closePath();
    g2.setPaint(ChartStyle.ink(color));
    g2.fill(corner);
  }

  private static String number(ChartStyle style, float value, int decimals) {
    if (!Float.isFinite(value)) {
      return Float.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    double magnitude = Math.abs(value);
    boolean isPlain =
        magnitude < 100
            && (decimals < 4 || magnitude == 0 || magnitude >= 0.5 * Math.pow(10, -decimals));
    return isPlain ? style.numbers().fixed(value, decimals) : style.numbers().figure(value);
  }

  private void drawHeads() {
    int columnStep = step(window.cellWidth(), widest(), window.sheet().blockColumns());
    for (int column = window.firstColumn();
        column < window.firstColumn() + window.columns();
        column++) {
      int block = window.sheet().blockColumns();
      if (column % block == 0 && column / block % columnStep == 0) {
        double width = Math.min(block, window.sheet().columns() - column) * window.cellWidth();
        head(
            window.sheet().columnName(column),
            window.x(column) + width / 2,
            window.area().getY() - 0.6 * style.lineHeight(),
            TextAnchor.CENTER,
            column / block == selected.column() / block);
      }
    }
    int rowStep = step(window.cellHeight(), style.lineHeight(), window.sheet().blockRows());
    for (int row = window.firstRow(); row < window.firstRow() + window.rows(); row++) {
      int block = window.sheet().blockRows();
      if (row % block == 0 && row / block % rowStep == 0) {
        head(
            window.sheet().rowName(row),
            window.area().getX() - style.gap(),
            window.y(row) + block * window.cellHeight() / 2,
            TextAnchor.CENTER_RIGHT,
            row / block == selected.row() / block);
      }
    }
  }

  private double widest() {
    return style.width(g2, window.sheet().columnName(window.sheet().columns() - 1)) + 8;
  }

  /// One of how many blocks has its number written.
  private static int step(double cell, double needed, int block) {
    return (int) Math.max(1, Math.ceil(needed / Math.max(1, block * cell)));
  }

  private void head(String name, double x, double y, TextAnchor anchor, boolean isSelected) {
    style.write(
        g2, name, x, y, anchor, isSelected ? style.palette().text() : style.palette().mutedText());
  }

  private void frameSelection() {
    int firstRow = Math.max(selected.firstRow(), window.firstRow());
    int firstColumn = Math.max(selected.firstColumn(), window.firstColumn());
    int lastRow = Math.min(selected.lastRow(), window.firstRow() + window.rows() - 1);
    int lastColumn = Math.min(selected.lastColumn(), window.firstColumn() + window.columns() - 1);
    if (firstRow > lastRow || firstColumn > lastColumn) {
      return;
    }
    Rectangle2D frame =
        window.cell(firstRow, firstColumn).createUnion(window.cell(lastRow, lastColumn));
    outline(frame, 2);
    if (!selected.isOne() && window.shows(selected.row(), selected.column())) {
      outline(window.cell(selected.row(), selected.column()), 1);
    }
  }

  private void outline(Rectangle2D frame, double width) {
    RoundRectangle2D line =
        new RoundRectangle2D.Double(
            frame.getX() - 0.5,
            frame.getY() - 0.5,
            Math.max(4, frame.getWidth() + 1),
            Math.max(4, frame.getHeight() + 1),
            ROUNDING + 2,
            ROUNDING + 2);
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.setStroke(new BasicStroke((float) width + 2));
    g2.draw(line);
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(new BasicStroke((float) width));
    g2.draw(line);
  }
}
