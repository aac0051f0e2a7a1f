package org.modescope.ui.input;

import java.util.Optional;
import org.modescope.experiment.InputSpec;
import org.modescope.ui.training.LabelColumn;

/// What is chosen on one tab, as far as it goes.
sealed interface Draft permits DrawnDraft, DataSetDraft, FileDraft, TypedDraft {
  /// The input that it would make, the same for every pass; empty where something is missing.
  Optional<InputSpec> proposal();

  /// What is missing or wrong; empty if nothing is.
  String problem();

  /// The column that becomes the target; empty where none was chosen.
  default Optional<LabelColumn> label() {
    return Optional.empty();
  }
}
