package org.modescope.ui.weights;

import java.nio.file.Path;
import java.util.List;
import org.modescope.experiment.IncompatibleKeys;

/// What the latest attempt to load a state_dict has come to.
sealed interface LoadAttempt {

  /// None was made, or it succeeded: what was loaded is the experiment's to say.
  record None() implements LoadAttempt {}

  /// It goes on.
  ///
  /// @param fraction of the file that is read
  record Reading(Path file, double fraction) implements LoadAttempt {}

  /// The user ended it.
  record Cancelled(Path file) implements LoadAttempt {}

  /// It was to fit, and does not.
  record Unfit(Path file, IncompatibleKeys keys) implements LoadAttempt {}

  /// The file is one of `torch.save`.
  ///
  /// @param lines of Python that convert it
  record Archive(Path file, List<String> lines) implements LoadAttempt {
    public Archive {
      lines = List.copyOf(lines);
    }
  }

  /// It could not be read.
  record Failed(Path file, String reason) implements LoadAttempt {}
}
