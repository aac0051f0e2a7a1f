package org.modescope.ui.pair;

/// Whose reading is shown while a run is pinned.
public enum Subject {
  /// A against B.
  BOTH,
  A,
  B
}
