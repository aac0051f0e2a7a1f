package org.modescope.autograd;

/// Whether padded places take part in a mean.
public enum PaddingCount {
  /// As zeros, which pull the mean towards 0 at the edges.
  INCLUDED,
  EXCLUDED
}
