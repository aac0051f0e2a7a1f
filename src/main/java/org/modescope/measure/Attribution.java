package org.modescope.measure;

/// How much of the output's variance one random layer causes.
///
/// Measured by drawing that layer anew, pass after pass, while all others keep the draws of one
/// pass, and again for several such held passes.
///
/// @param layer the layer's path
/// @param share its part of the sum over all random layers, 0 to 1
public record Attribution(String layer, double share) {}
