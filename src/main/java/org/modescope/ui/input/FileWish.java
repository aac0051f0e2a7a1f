package org.modescope.ui.input;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.TableForm;

/// How a file is wanted.
///
/// @param columns which columns; empty for all of numbers but the label
/// @param label the column that has the labels; empty for none
/// @param form how it is taken apart; empty to find out
/// @param blanks what becomes of blanks; empty to leave their rows out, if there are any
/// @param tensor the name of a tensor; empty for the first
record FileWish(
    List<String> columns,
    Optional<String> label,
    Optional<TableForm> form,
    Optional<Blanks> blanks,
    String tensor) {
  static final FileWish NOTHING =
      new FileWish(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");

  FileWish {
    columns = List.copyOf(columns);
  }

  /// A tensor by its name.
  static FileWish of(String tensor) {
    return new FileWish(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), tensor);
  }

  /// A table taken apart in a form: whatever else was wanted of it went by the names of its
  /// columns.
  static FileWish in(TableForm form) {
    return new FileWish(List.of(), Optional.empty(), Optional.of(form), Optional.empty(), "");
  }

  FileWish withColumns(List<String> others) {
    return new FileWish(others, label, form, blanks, tensor);
  }

  /// The same with another label, which is no feature from then on.
  FileWish withLabel(Optional<String> other) {
    List<String> features =
        columns.stream().filter(each -> !other.equals(Optional.of(each))).toList();
    return new FileWish(features, other, form, blanks, tensor);
  }

  FileWish withBlanks(Blanks other) {
    return new FileWish(columns, label, form, Optional.of(other), tensor);
  }
}
