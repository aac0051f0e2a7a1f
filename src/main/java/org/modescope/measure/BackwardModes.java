package org.modescope.measure;

import java.util.List;

/// Backward of one batch in train against eval mode, with the trained weights and random layers
/// asleep, so that what differs is BatchNorm.
///
/// @param layers those that learn, in order of the net
/// @param reachesOthersInTrain where only the first row's output is asked for, the share of its
///   gradient that goes to the other rows of the batch, in train mode: `‖others‖ / ‖all‖`. In train
///   mode it goes through the mean and the variance of the batch
/// @param reachesOthersInEval the same in eval mode: 0 unless a layer mixes rows
public record BackwardModes(
    List<LayerBackward> layers, double reachesOthersInTrain, double reachesOthersInEval) {
  public BackwardModes {
    layers = List.copyOf(layers);
  }

  /// One layer's gradients.
  ///
  /// @param trainNorm the norm of its parameters' gradients in train mode
  /// @param evalNorm the same in eval mode
  /// @param cosine between the two: 1 for the same direction; NaN where one is 0
  public record LayerBackward(String layer, double trainNorm, double evalNorm, double cosine) {}
}
