package org.modescope.ui.input;

import java.util.Optional;
import org.modescope.experiment.InputSpec;

/// What is chosen on one tab, as far as it goes.
sealed interface Draft permits DrawnDraft, DataSetDraft, FileDraft, TypedDraft {
  /// The input that it would make, the same for every pass; empty where something is missing.
  Optional<InputSpec> proposal();

  /// What is missing or wrong; empty if nothing is.
  String problem();
}
