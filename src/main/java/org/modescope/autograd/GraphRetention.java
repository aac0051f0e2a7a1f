package org.modescope.autograd;

/// What backward does with what the graph has kept.
public enum GraphRetention {
  /// Gives it back; a second backward is refused. PyTorch's default.
  FREE,
  /// Keeps it for another backward: `retain_graph=True`.
  RETAIN
}
