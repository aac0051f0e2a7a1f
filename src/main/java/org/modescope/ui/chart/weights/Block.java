package org.modescope.ui.chart.weights;

/// What is selected of a sheet: a block from one cell to another, of which the latter is where the
/// keys are.
///
/// @param anchorRow where it was begun
/// @param anchorColumn where it was begun
/// @param row where the keys are
/// @param column where the keys are
public record Block(int anchorRow, int anchorColumn, int row, int column) {
  public static final Block FIRST = new Block(0, 0, 0, 0);

  public static Block at(int row, int column) {
    return new Block(row, column, row, column);
  }

  /// From where it was begun to another cell.
  public Block to(int newRow, int newColumn) {
    return new Block(anchorRow, anchorColumn, newRow, newColumn);
  }

  public int firstRow() {
    return Math.min(anchorRow, row);
  }

  public int lastRow() {
    return Math.max(anchorRow, row);
  }

  public int firstColumn() {
    return Math.min(anchorColumn, column);
  }

  public int lastColumn() {
    return Math.max(anchorColumn, column);
  }

  public int rows() {
    return lastRow() - firstRow() + 1;
  }

  public int columns() {
    return lastColumn() - firstColumn() + 1;
  }

  public boolean isOne() {
    return rows() == 1 && columns() == 1;
  }

  /// The part of it that lies on a sheet.
  public Block within(SheetShape sheet) {
    return new Block(
        Math.clamp(anchorRow, 0, Math.max(0, sheet.rows() - 1)),
        Math.clamp(anchorColumn, 0, Math.max(0, sheet.columns() - 1)),
        Math.clamp(row, 0, Math.max(0, sheet.rows() - 1)),
        Math.clamp(column, 0, Math.max(0, sheet.columns() - 1)));
  }
}
