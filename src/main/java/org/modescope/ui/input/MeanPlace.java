package org.modescope.ui.input;

import java.util.Optional;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.InputSpec.FromCsv;

/// Where in a batch the mean of its column stands for a cell without a number.
///
/// @param row in the batch
/// @param index among the numbers of the row
record MeanPlace(int row, int index) {

  /// Empty where rows with blanks are left out, or the cell is not in the batch.
  ///
  /// @param row of the table, rows with blanks included
  static Optional<MeanPlace> of(FromCsv batch, int row, String column) {
    int index = batch.columns().indexOf(column);
    int place = row - batch.rows().first();
    boolean isIn = index >= 0 && place >= 0 && place < batch.rows().count();
    return isIn && batch.reading().blanks() == Blanks.MEAN
        ? Optional.of(new MeanPlace(place, index))
        : Optional.empty();
  }
}
