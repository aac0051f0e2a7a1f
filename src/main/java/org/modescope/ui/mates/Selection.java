package org.modescope.ui.mates;

/// The mate that is selected, and one of its numbers.
///
/// @param mate from 1
/// @param place from 0
record Selection(int mate, int place) {
  /// The mate that an outlier is made of unless another is selected.
  static final Selection FIRST = new Selection(7, 0);

  /// This in a company of so many rows.
  Selection among(int rows) {
    return new Selection(Math.clamp(mate, Math.min(1, rows - 1), rows - 1), place);
  }
}
