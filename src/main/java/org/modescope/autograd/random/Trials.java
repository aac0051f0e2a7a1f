package org.modescope.autograd.random;

/// The trials of one call of `bernoulli_(p)`, in order.
public sealed interface Trials permits CommonTrials, MklTrials {
  /// Makes the next trials: the bits of `success` with probability p, otherwise those of 0.
  ///
  /// @param target filled from its beginning
  void fill(int[] target, int count, float success);
}
