package org.modescope.ui.chart.mates;

import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// Where the numbers of a batch lie on its chart: the row in focus on top, its mates below, as many
/// as have room.
///
/// @param left where the first column begins
/// @param column the width of a column
/// @param columns how many columns are drawn
/// @param stride every so many-th number is drawn
/// @param focusTop where the row in focus begins
/// @param focusHeight how high it is
/// @param top where the mates begin
/// @param height of a mate
/// @param mates how many are drawn
record BatchGrid(
    double left,
    double column,
    int columns,
    int stride,
    double focusTop,
    double focusHeight,
    double top,
    double height,
    int mates) {
  private static final double LEAST_COLUMN = 4;
  private static final double LEAST_HEIGHT = 5;

  /// A number of a row: the row in the batch and the place in the row.
  record Spot(int row, int place) {}

  /// @param label how much room names at the left take
  /// @param line the height of a line of text
  static BatchGrid of(BatchFace face, Rectangle2D area, double label, double line) {
    double room = Math.max(LEAST_COLUMN, area.getWidth() - label - 0.4 * line);
    int most = (int) Math.max(1, room / LEAST_COLUMN);
    int stride = Math.ceilDiv(Math.max(1, face.width()), most);
    int columns = Math.ceilDiv(Math.max(1, face.width()), stride);
    double focusTop = area.getY() + 1.5 * line;
    double focusHeight = 2.1 * line;
    double top = focusTop + focusHeight + 2.2 * line;
    int mates = face.rows() - 1;
    double left = Math.max(LEAST_HEIGHT, area.getMaxY() - top);
    int drawn = (int) Math.min(mates, left / LEAST_HEIGHT);
    double height = Math.min(1.9 * line, left / Math.max(1, drawn));
    return new BatchGrid(
        area.getX() + label,
        room / columns,
        columns,
        stride,
        focusTop,
        focusHeight,
        top,
        height,
        drawn);
  }

  double x(int column) {
    return left + column * this.column;
  }

  double y(int batchRow) {
    return batchRow == 0 ? focusTop : top + (batchRow - 1) * height;
  }

  /// Where a number lies.
  Rectangle2D cell(int batchRow, int at) {
    return new Rectangle2D.Double(x(at), y(batchRow), column, batchRow == 0 ? focusHeight : height);
  }

  /// The number of a mate at a point.
  Optional<Spot> at(double x, double y) {
    int at = (int) Math.floor((x - left) / column);
    int mate = (int) Math.floor((y - top) / height);
    return at < 0 || at >= columns || mate < 0 || mate >= mates
        ? Optional.empty()
        : Optional.of(new Spot(mate + 1, at * stride));
  }
}
