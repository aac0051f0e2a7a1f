package org.modescope.ui.chart.output;

import org.modescope.ui.chart.NumberText;

/// How many outputs are drawn side by side, and in what detail.
///
/// @param elements how many there are
/// @param shown how many are drawn: the first ones
/// @param detail what is drawn of each
record OutputSlots(int elements, int shown, Detail detail) {
  /// The narrowest slot in which dots can be told apart.
  private static final double LEAST_DOT_SLOT = 6;

  /// The narrowest slot in which a band can be told from its neighbour.
  private static final double LEAST_BAND_SLOT = 1.5;

  /// What is drawn of each output.
  enum Detail {
    /// Samples, extremes, band, mean and prediction.
    DOTS,
    /// Extremes, band and mean only.
    BANDS
  }

  /// What is legible at a width.
  static OutputSlots of(int elements, double width) {
    if (elements * LEAST_DOT_SLOT <= width) {
      return new OutputSlots(elements, elements, Detail.DOTS);
    }
    int fitting = (int) Math.max(1, width / LEAST_BAND_SLOT);
    return new OutputSlots(elements, Math.min(elements, fitting), Detail.BANDS);
  }

  /// What part is drawn, in words; empty if all of it is.
  String shownText() {
    return shown == elements
        ? ""
        : "first %s of %s outputs".formatted(NumberText.of(shown), NumberText.of(elements));
  }
}
