package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;

/// Something in memory that lies, or will lie, in a file beside an experiment.
sealed interface StoredContent permits StoredState, StoredTensor, StoredTable {
  /// Whether a file holds exactly this.
  boolean isIn(Path file) throws IOException;

  /// This, to be written to a file.
  WholeFile.Content at(Path file);
}
