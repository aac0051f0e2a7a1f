package org.modescope.measure;

import java.util.List;
import org.modescope.nn.Mode;

/// How the running statistics of one layer moved over a training.
///
/// There is an entry for every BatchNorm layer, and every InstanceNorm layer, that keeps running
/// statistics. Arrays that are per channel follow [#channels]: wide layers are traced at evenly
/// spaced channels only.
///
/// @param layer the layer's path
/// @param isFrozen whether its parameters do not learn
/// @param mode the mode that the layer begins the training in
/// @param channels which channels are traced, at most [RunningStatistics#CHANNEL_LIMIT]
/// @param moments in order of steps: the first is before the first step, the last is the newest;
///   between them evenly spaced steps, and the end of each epoch where there are not too many
public record StatisticsDrift(
    String layer, boolean isFrozen, Mode mode, int[] channels, List<Moment> moments) {

  public StatisticsDrift {
    moments = List.copyOf(moments);
  }

  /// The statistics after a step.
  ///
  /// @param steps how many steps had been made
  /// @param updates how often the layer had moved its statistics by then, in training and in
  ///   validation
  /// @param mean the running mean of each traced channel
  /// @param variance the running variance of each traced channel
  /// @param deviations how far the running mean of each traced channel has gone from where it
  ///   began, in standard deviations of the start: `|mean − start| / √(start variance + 1e-5)`
  /// @param meanDeviation the mean of that over all channels of the layer
  /// @param spreadFactor the mean over all channels of `√(variance / start variance)`: 1 where the
  ///   spread is as it was
  public record Moment(
      int steps,
      long updates,
      float[] mean,
      float[] variance,
      float[] deviations,
      double meanDeviation,
      double spreadFactor) {}

  /// The statistics as they are now.
  public Moment now() {
    return moments.getLast();
  }

  /// The statistics before the first step.
  public Moment start() {
    return moments.getFirst();
  }

  /// Whether they are not what they were, to the bit, where they are traced or as a mean.
  public boolean hasMoved() {
    return now().meanDeviation() != 0 || now().spreadFactor() != 1;
  }
}
