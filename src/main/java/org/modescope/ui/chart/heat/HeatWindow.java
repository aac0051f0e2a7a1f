package org.modescope.ui.chart.heat;

import org.modescope.ui.chart.heat.HeatSheet.Place;

/// The part of a sheet that is drawn: so many tables, and of each so many rows and columns. Where
/// that is more than can be told apart, only one of every few is.
///
/// @param firstTile the first table
/// @param tiles how many
/// @param firstRow the first row of each
/// @param rows how many
/// @param firstColumn the first column of each
/// @param columns how many
record HeatWindow(int firstTile, int tiles, int firstRow, int rows, int firstColumn, int columns) {
  /// What is shown at first of something large, along either side.
  static final int USUAL = 64;

  static final int LEAST = 4;
  private static final int MOST_DRAWN = 128;
  private static final int MOST_TILES = 36;

  /// The window of a sheet around a place.
  ///
  /// @param span how many rows or columns may be shown
  static HeatWindow of(HeatSheet sheet, int span, Place around) {
    int rows = Math.min(sheet.rows(), span);
    int columns = Math.min(sheet.columns(), span);
    int fitting = Math.max(1, span / Math.max(1, Math.max(rows, columns)));
    int tiles = Math.min(sheet.tiles(), Math.clamp((long) fitting * fitting, 1, MOST_TILES));
    return new HeatWindow(
        first(around.tile(), tiles, sheet.tiles()),
        tiles,
        first(around.row(), rows, sheet.rows()),
        rows,
        first(around.column(), columns, sheet.columns()),
        columns);
  }

  /// The first of so many in a row that a place is among: whole windows, not one that slides.
  private static int first(int place, int shown, int all) {
    return Math.clamp((long) place / Math.max(1, shown) * shown, 0, Math.max(0, all - shown));
  }

  /// Whether the sheet has more than is drawn.
  boolean isPart(HeatSheet sheet) {
    return tiles < sheet.tiles()
        || rows < sheet.rows()
        || columns < sheet.columns()
        || rowStep() > 1
        || columnStep() > 1;
  }

  int rowStep() {
    return Math.ceilDiv(rows, MOST_DRAWN);
  }

  int columnStep() {
    return Math.ceilDiv(columns, MOST_DRAWN);
  }
}
