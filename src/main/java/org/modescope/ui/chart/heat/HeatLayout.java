package org.modescope.ui.chart.heat;

import java.awt.geom.Rectangle2D;

/// Where the cells of a window lie in an area.
///
/// @param across how many tables stand side by side
/// @param left the left edge of the first
/// @param top its upper edge
/// @param tileWidth how wide each is
/// @param tileHeight how high each is
record HeatLayout(
    HeatSheet sheet,
    HeatWindow window,
    int across,
    double left,
    double top,
    double tileWidth,
    double tileHeight) {
  private static final double GAP = 5;

  /// As many tables side by side as make cells largest; the pixels of an image are squares, the
  /// cells of a table fill the area.
  static HeatLayout of(
      HeatSheet sheet, HeatWindow window, double left, double top, double width, double height) {
    HeatLayout best = null;
    for (int across = 1; across <= window.tiles(); across++) {
      int down = Math.ceilDiv(window.tiles(), across);
      double tileWidth = (width - (across - 1) * GAP) / across;
      double tileHeight = (height - (down - 1) * GAP) / down;
      if (sheet.isImage()) {
        double side = Math.min(tileWidth / window.columns(), tileHeight / window.rows());
        tileWidth = side * window.columns();
        tileHeight = side * window.rows();
      }
      if (best == null || tileWidth * tileHeight > best.tileWidth * best.tileHeight) {
        best = new HeatLayout(sheet, window, across, left, top, tileWidth, tileHeight);
      }
    }
    return best == null ? new HeatLayout(sheet, window, 1, left, top, width, height) : best;
  }

  Rectangle2D cell(int tile, int row, int column) {
    int number = tile - window.firstTile();
    double x = left + number % across * (tileWidth + GAP);
    double y = top + number / across * (tileHeight + GAP);
    double width = tileWidth / window.columns();
    double height = tileHeight / window.rows();
    return new Rectangle2D.Double(
        x + (column - window.firstColumn()) * width,
        y + (row - window.firstRow()) * height,
        width * window.columnStep(),
        height * window.rowStep());
  }

  /// The index of the number at a point; -1 where there is none.
  int indexAt(double x, double y) {
    int tileColumn = (int) Math.floor((x - left) / (tileWidth + GAP));
    int tileRow = (int) Math.floor((y - top) / (tileHeight + GAP));
    double withinX = x - left - tileColumn * (tileWidth + GAP);
    double withinY = y - top - tileRow * (tileHeight + GAP);
    int number = tileRow * across + tileColumn;
    boolean isOutside =
        tileColumn < 0
            || tileColumn >= across
            || tileRow < 0
            || number >= window.tiles()
            || withinX >= tileWidth
            || withinY >= tileHeight;
    return isOutside
        ? -1
        : sheet.index(
            window.firstTile() + number,
            window.firstRow() + (int) (withinY / tileHeight * window.rows()),
            window.firstColumn() + (int) (withinX / tileWidth * window.columns()));
  }
}
