package org.modescope.measure;

/// Whether it is known which random layer causes how much of the output's variance, and if not,
/// why.
public enum AttributionStatus {
  /// There is nothing to tell: it was not asked for, nothing is random, or there was one pass only.
  NONE,
  /// It is being measured: another observation follows.
  TO_COME,
  MEASURED,
  /// The net is so large that it is not measured by itself. Depends on the net alone, not on how
  /// fast the machine is.
  TOO_LARGE,
  /// The user stopped it; the run itself is complete.
  STOPPED
}
