package org.modescope.measure;

/// Whether two runs measured the same.
public enum Agreement {
  /// Every number, bit for bit.
  SAME,
  /// Every number that was kept; of a long run not every pass is.
  SAME_AS_KEPT,
  DIFFERENT,
  /// One of them has nothing to compare, or what they have is not of the same shape.
  NOT_COMPARABLE
}
