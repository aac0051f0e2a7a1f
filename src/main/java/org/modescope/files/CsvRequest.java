package org.modescope.files;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.TableForm;

/// What is wanted of a CSV file.
///
/// @param columns the names of columns that must be numbers; empty for all that are
/// @param label a column that may have words; it has numbers if all of its cells are numbers
/// @param form how the text is to be taken apart; empty to find out
/// @param blanks what becomes of cells without a number
public record CsvRequest(
    List<String> columns, Optional<String> label, Optional<TableForm> form, Blanks blanks) {
  public CsvRequest {
    columns = List.copyOf(columns);
  }

  /// The columns and the label of a table without blanks, whose form is to be found out.
  public CsvRequest(List<String> columns, Optional<String> label) {
    this(columns, label, Optional.empty(), Blanks.REFUSE);
  }
}
