package org.modescope.experiment;

import java.util.Optional;

/// How a table is read, as the experiment says, and what was found in its file.
///
/// @param asked how the text is to be taken apart; empty to find out
/// @param blanks what becomes of cells without a number
public record TableReading(Optional<TableForm> asked, Blanks blanks, TableFound found) {
  /// Nothing special is asked for, and nothing was found.
  public static final TableReading PLAIN =
      new TableReading(Optional.empty(), Blanks.REFUSE, TableFound.NOTHING);
}
