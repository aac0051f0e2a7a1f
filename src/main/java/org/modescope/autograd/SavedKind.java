package org.modescope.autograd;

/// What a tensor kept for backward is to the operation that keeps it.
public enum SavedKind {
  /// The net's own input, which the caller holds anyway.
  INPUT,
  /// A value computed on the way.
  ACTIVATION,
  /// The factor that a random layer drew.
  MASK,
  /// Statistics of this pass.
  STATISTIC,
  /// A parameter or buffer, which the net holds anyway.
  REFERENCE
}
