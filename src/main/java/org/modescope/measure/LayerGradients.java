package org.modescope.measure;

/// The gradients and the updates of one layer that learns, step by step; where there are many
/// steps, at evenly spaced ones.
///
/// @param layer the layer's path
/// @param steps how many steps had been made at each moment, 1 for the first step; more than are
///   known yet, since arrays grow into the next snapshot
/// @param gradientNorms the Euclidean norm of the gradients of all the layer's parameters, as the
///   optimizer got them
/// @param updateNorms the norm of what the optimizer then added to them
/// @param weightNorms the norm of the parameters before that
/// @param updateCosines the cosine between that and the update before it: 1 straight on, 0 at right
///   angles, −1 back; NaN for the first and where one of them is 0
/// @param count how many moments are known
public record LayerGradients(
    String layer,
    int[] steps,
    float[] gradientNorms,
    float[] updateNorms,
    float[] weightNorms,
    float[] updateCosines,
    int count) {}
