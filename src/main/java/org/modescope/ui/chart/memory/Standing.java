package org.modescope.ui.chart.memory;

/// Whether a saved tensor's bytes count, and if not, why.
enum Standing {
  COUNTED,
  /// Its storage was counted for an earlier tensor.
  ALIAS,
  /// The caller or the net holds it anyway: the graph only points to it.
  ANYWAY
}
