package org.modescope.autograd;

/// Mean and 1/√(variance + ε) of a run of consecutive elements; the variance is ÷ n.
///
/// Computed in one pass (B. P. Welford, 1962) in single precision, in lanes and chunks that are
/// then joined pairwise (T. Chan et al., 1979), in the order of PyTorch's CPU kernels: far from
/// zero the rounding of this order is most of what is seen. See [LaneMoments].
record Moments(float mean, float inverseDeviation) {}
