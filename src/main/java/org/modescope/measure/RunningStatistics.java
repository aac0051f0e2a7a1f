package org.modescope.measure;

import java.util.List;
import java.util.Optional;

/// How one layer's running statistics moved over a series of passes: those of a run, and of earlier
/// runs of the same experiment.
///
/// Arrays that are per channel follow [#channels]: wide layers are traced at evenly spaced channels
/// only.
///
/// @param layer the layer's name
/// @param channels which channels are traced, at most [#CHANNEL_LIMIT]
/// @param momentum the share of the new value, empty for a cumulative average
/// @param updating whether passes move the statistics (train mode and tracking)
/// @param updates how many passes of the series moved them
/// @param moved whether any running statistic, traced or not, differs from what it was when the
///   series began
/// @param counting whether the layer counts its updates: PyTorch's InstanceNorm has a
///   `num_batches_tracked` that stays as it is
/// @param batchesTracked `num_batches_tracked` now, of the net's whole life
/// @param batchesTrackedBefore the same when the series began
/// @param mean how the running means moved
/// @param variance how the running variances moved
/// @param batchMean the latest batch's own means
/// @param batchVariance the latest batch's own variances, ÷ (n − 1) as the update uses them
/// @param sameBatch whether the layer saw the same batch statistics on every pass of the series
/// @param share how much of the way from the rewound state to the latest batch's means the running
///   means have come, 0 to 1, over all channels; empty where there is no way to go
/// @param shareOfSeries the same from where the series began: what its [#updates] alone have come
public record RunningStatistics(
    String layer,
    int[] channels,
    Optional<Double> momentum,
    boolean updating,
    int updates,
    boolean moved,
    boolean counting,
    long batchesTracked,
    long batchesTrackedBefore,
    Trace mean,
    Trace variance,
    float[] batchMean,
    float[] batchVariance,
    boolean sameBatch,
    Optional<Double> share,
    Optional<Double> shareOfSeries) {

  /// The most channels traced per layer.
  public static final int CHANNEL_LIMIT = 64;

  /// The channels that are traced of so many.
  public static int[] evenlySpaced(int features) {
    int count = Math.min(features, CHANNEL_LIMIT);
    int[] spaced = new int[count];
    for (int i = 0; i < count; i++) {
      spaced[i] = (int) ((long) i * features / count);
    }
    return spaced;
  }

  /// Statistics of a layer that counts its updates, whose series began with the rewound state.
  public RunningStatistics(
      String layer,
      int[] channels,
      Optional<Double> momentum,
      boolean updating,
      boolean moved,
      long batchesTracked,
      long batchesTrackedBefore,
      Trace mean,
      Trace variance,
      float[] batchMean,
      float[] batchVariance,
      boolean sameBatch,
      Optional<Double> share) {
    this(
        layer,
        channels,
        momentum,
        updating,
        updating ? Math.toIntExact(batchesTracked - batchesTrackedBefore) : 0,
        moved,
        true,
        batchesTracked,
        batchesTrackedBefore,
        mean,
        variance,
        batchMean,
        batchVariance,
        sameBatch,
        share,
        share);
  }

  /// One statistic over passes. A long run is thinned into stretches of passes; each keeps its
  /// extremes, so that nothing is hidden.
  ///
  /// @param start the values before the first pass, per channel
  /// @param stretches in order of passes, never more than [#STRETCH_LIMIT]
  public record Trace(float[] start, List<Stretch> stretches) {
    /// The most stretches kept.
    public static final int STRETCH_LIMIT = 512;

    public Trace {
      stretches = List.copyOf(stretches);
    }
  }

  /// Some consecutive passes of a trace; values per channel.
  ///
  /// @param lastPass how many passes of the series had been made at its end
  /// @param last the values after its last pass
  /// @param minimum the smallest value within
  /// @param maximum the largest value within
  public record Stretch(int lastPass, float[] last, float[] minimum, float[] maximum) {}
}
