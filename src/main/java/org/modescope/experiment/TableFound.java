package org.modescope.experiment;

import java.util.List;

/// What was found in a table's file, besides its rows.
///
/// @param form how the text was taken apart
/// @param leftOut columns that have no numbers, where no columns were asked for by name
/// @param emptyRows rows of nothing but blanks, which were passed over
/// @param blanks how many cells had no number and were dealt with as asked
public record TableFound(TableForm form, List<LeftOut> leftOut, int emptyRows, int blanks) {
  /// What is known of a table that was not read from a file.
  public static final TableFound NOTHING = new TableFound(TableForm.PLAIN, List.of(), 0, 0);

  public TableFound {
    leftOut = List.copyOf(leftOut);
  }

  /// A column that was left out.
  ///
  /// @param line where the first cell stands that is no number; 0 if all cells are blank
  /// @param found what stands there
  public record LeftOut(String column, long line, String found) {
    /// Whether all of its cells are blank.
    public boolean isEmpty() {
      return line == 0;
    }
  }
}
