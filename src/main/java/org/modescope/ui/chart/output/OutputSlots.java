package org.modescope.ui.chart.output;

/// In how many columns outputs are drawn side by side, and in what detail: where there are more
/// outputs than columns have room, each column takes several, so that every output is in the
/// picture.
///
/// @param elements how many outputs there are
/// @param perColumn how many consecutive ones share a column
/// @param detail what is drawn of each column
record OutputSlots(int elements, int perColumn, Detail detail) {
  /// The narrowest slot in which dots can be told apart.
  private static final double LEAST_DOT_SLOT = 6;

  /// The narrowest slot in which a band can be told from its neighbour.
  private static final double LEAST_BAND_SLOT = 1.5;

  /// What is drawn of each column.
  enum Detail {
    /// Samples, extremes, band, mean and prediction.
    DOTS,
    /// Extremes, band and mean only.
    BANDS
  }

  /// What is legible at a width.
  ///
  /// @param rowLength how many outputs a row has: columns do not cut rows where that can be helped
  static OutputSlots of(int elements, int rowLength, double width) {
    if (elements * LEAST_DOT_SLOT <= width) {
      return new OutputSlots(elements, 1, Detail.DOTS);
    }
    int most = (int) Math.max(1, width / LEAST_BAND_SLOT);
    int least = (elements + most - 1) / most;
    return new OutputSlots(elements, alongRows(least, rowLength), Detail.BANDS);
  }

  /// So many per column or a few more, if whole rows fit a column or whole columns fit a row.
  private static int alongRows(int least, int rowLength) {
    if (least >= rowLength) {
      return (least + rowLength - 1) / rowLength * rowLength;
    }
    for (int more = least; more < 2 * least; more++) {
      if (rowLength % more == 0) {
        return more;
      }
    }
    return least;
  }

  /// How many columns there are.
  int columns() {
    return (elements + perColumn - 1) / perColumn;
  }

  /// Whether a column stands for several outputs.
  boolean isBinned() {
    return perColumn > 1;
  }

  /// The first output of the column that an output is in.
  int first(int element) {
    return element / perColumn * perColumn;
  }

  /// The last output of the same column.
  int last(int element) {
    return Math.min(elements, first(element) + perColumn) - 1;
  }
}
