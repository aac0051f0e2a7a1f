package org.modescope.ui.chart.weights;

import java.awt.geom.Rectangle2D;

/// The part of a sheet that is drawn in an area, and where its cells lie.
///
/// @param area of the cells
/// @param firstRow the first row that is drawn
/// @param firstColumn the first column
/// @param rows how many, the last of which may be cut
/// @param columns how many
/// @param cellWidth of each cell
/// @param cellHeight of each cell
/// @param gap between two blocks
record SheetWindow(
    SheetShape sheet,
    Rectangle2D area,
    int firstRow,
    int firstColumn,
    int rows,
    int columns,
    double cellWidth,
    double cellHeight,
    double gap) {
  /// Smaller cells cannot be told apart, and more would take long to draw.
  private static final int MOST = 96;

  /// As much of a sheet as fits.
  ///
  /// @param least how large a cell is at the least
  /// @param largest how high one is at the most
  static SheetWindow of(
      SheetShape sheet, Rectangle2D area, int row, int column, Size least, double largest) {
    double gap = sheet.hasBlocks() ? 3 : 0;
    int columns =
        fitting(area.getWidth(), least.width(), gap, sheet.blockColumns(), sheet.columns());
    int rows = fitting(area.getHeight(), least.height(), gap, sheet.blockRows(), sheet.rows());
    int firstRow = first(row, rows, sheet.rows(), sheet.blockRows());
    int firstColumn = first(column, columns, sheet.columns(), sheet.blockColumns());
    double width = (area.getWidth() - gaps(columns, sheet.blockColumns()) * gap) / columns;
    double height =
        Math.min(largest, (area.getHeight() - gaps(rows, sheet.blockRows()) * gap) / rows);
    if (sheet.hasBlocks()) {
      // The pixels of a kernel are squares.
      double side = Math.min(width, height);
      boolean isSmall = least.width() < 2 * least.height();
      width = isSmall ? side : width;
      height = isSmall ? side : height;
    }
    return new SheetWindow(sheet, area, firstRow, firstColumn, rows, columns, width, height, gap);
  }

  /// How large a cell is.
  record Size(double width, double height) {}

  private static int fitting(double length, double least, double gap, int block, int all) {
    int most = (int) Math.clamp((length + gap) / (block * least + gap) * block, 1, MOST);
    int whole = most >= block ? most / block * block : most;
    return Math.clamp(whole, 1, Math.max(1, all));
  }

  private static int gaps(int cells, int block) {
    return Math.max(0, Math.ceilDiv(cells, block) - 1);
  }

  private static int first(int wanted, int shown, int all, int block) {
    int last = Math.max(0, all - shown);
    return Math.clamp(wanted / block * block, 0, last);
  }

  double x(int column) {
    int within = column - firstColumn;
    int gaps = column / sheet.blockColumns() - firstColumn / sheet.blockColumns();
    return area.getX() + within * cellWidth + gaps * gap;
  }

  double y(int row) {
    int within = row - firstRow;
    int gaps = row / sheet.blockRows() - firstRow / sheet.blockRows();
    return area.getY() + within * cellHeight + gaps * gap;
  }

  Rectangle2D cell(int row, int column) {
    return new Rectangle2D.Double(x(column), y(row), cellWidth, cellHeight);
  }

  /// The row at a height; the nearest where there is none.
  int rowAt(double y) {
    int row = firstRow;
    while (row < firstRow + rows - 1 && y(row + 1) <= y) {
      row++;
    }
    return row;
  }

  int columnAt(double x) {
    int column = firstColumn;
    while (column < firstColumn + columns - 1 && x(column + 1) <= x) {
      column++;
    }
    return column;
  }

  boolean shows(int row, int column) {
    return row >= firstRow
        && row < firstRow + rows
        && column >= firstColumn
        && column < firstColumn + columns;
  }

  boolean isPart() {
    return rows < sheet.rows() || columns < sheet.columns();
  }
}
