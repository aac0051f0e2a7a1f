package org.modescope.autograd;

/// Where an elementwise operation writes its result.
public enum Target {
  /// Into memory of its own.
  FRESH,
  /// Over its operand, as PyTorch's functions do whose names end in an underscore, and layers with
  /// `inplace=True`.
  IN_PLACE
}
