package org.modescope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.measure.RunningStatistics.Trace;
import org.modescope.nn.Mode;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.StateDict;

/// Follows one layer that keeps running statistics through a series of passes.
public final class StatisticsTracer {
  private final PlacedLayer layer;
  private final boolean updating;
  private final boolean counting;
  private final int features;
  private final int[] channels;
  private final float[] originMean;
  private final float[] startMean;
  private final float[] startVariance;
  private final long counterBefore;
  private final TraceBuilder means;
  private final TraceBuilder variances;
  private float[] mean;
  private float[] variance;
  private long counter;
  private float[] batchMean = new float[0];
  private float[] batchVariance = new float[0];
  private boolean sameBatch = true;
  private int updates;
  private int passes;

  /// @param origin the net's state when it was built or rewound
  /// @param start the net's state when the series begins
  public StatisticsTracer(PlacedLayer layer, StateDict origin, StateDict start) {
    this.layer = layer;
    this.updating = layer.mode() == Mode.TRAIN;
    this.counting = layer.spec().type().isBatchNorm();
    this.features = layer.spec().integer("num_features");
    Shape perChannel = Shape.of(features);
    originMean = origin.floats(layer.path() + ".running_mean", perChannel);
    startMean = start.floats(layer.path() + ".running_mean", perChannel);
    startVariance = start.floats(layer.path() + ".running_var", perChannel);
    counterBefore = start.counter(layer.path() + ".num_batches_tracked");
    mean = startMean;
    variance = startVariance;
    counter = counterBefore;
    channels = RunningStatistics.evenlySpaced(features);
    means = new TraceBuilder(traced(startMean));
    variances = new TraceBuilder(traced(startVariance));
  }

  public String layer() {
    return layer.path();
  }

  /// Whether batches of this shape have statistics to look at that no update will tell of.
  public boolean isWatching(Shape input) {
    boolean fits = input.rank() >= 2 && input.size(1) == features;
    return counting && !updating && fits && input.elements() / features > 1;
  }

  /// Takes in what the layer's batches were like where it does not update.
  public void sawBatch(Statistics batch) {
    noteBatch(batch, batch.passes() - 1);
  }

  /// Takes in a block of passes that moved the running statistics.
  public void updated(Statistics batch, RunningHistory history) {
    for (int pass = 0; pass < history.passes(); pass++) {
      noteBatch(batch, pass);
      for (int i = 0; i < channels.length; i++) {
        means.set(i, history.mean(pass, channels[i]));
        variances.set(i, history.variance(pass, channels[i]));
      }
      means.endPass();
      variances.endPass();
    }
    int last = (history.passes() - 1) * features;
    mean = Arrays.copyOfRange(history.means(), last, last + features);
    variance = Arrays.copyOfRange(history.variances(), last, last + features);
    updates += history.passes();
    counter = counting ? history.counterBefore() + history.passes() : counter;
  }

  /// Takes in the counter where a refused pass moved nothing else.
  public void counted(long batchesTracked) {
    counter = batchesTracked;
  }

  public void endBlock(int passesDone) {
    passes = passesDone;
  }

  public RunningStatistics summary() {
    return new RunningStatistics(
        layer.path(),
        channels,
        layer.spec().numberOrNone("momentum"),
        updating,
        updates,
        !Arrays.equals(mean, startMean) || !Arrays.equals(variance, startVariance),
        counting,
        counter,
        counterBefore,
        updating ? means.trace() : still(traced(startMean)),
        updating ? variances.trace() : still(traced(startVariance)),
        traced(batchMean),
        traced(batchVariance),
        sameBatch,
        shareFrom(originMean),
        shareFrom(startMean));
  }

  private Trace still(float[] values) {
    return new Trace(
        values, passes == 0 ? List.of() : List.of(new Stretch(passes, values, values, values)));
  }

  private void noteBatch(Statistics batch, int pass) {
    float[] newMean = new float[features];
    float[] newVariance = new float[features];
    for (int channel = 0; channel < features; channel++) {
      newMean[channel] = mean(batch, pass, channel);
      newVariance[channel] = unbiasedVariance(batch, pass, channel);
    }
    if (batchMean.length > 0) {
      sameBatch =
          sameBatch
              && Arrays.equals(batchMean, newMean)
              && Arrays.equals(batchVariance, newVariance);
    }
    batchMean = newMean;
    batchVariance = newVariance;
  }

  /// A layer that normalises each sample by itself has statistics per sample and channel; what it
  /// moves its running ones by is their mean over samples.
  private float mean(Statistics batch, int pass, int channel) {
    double sum = 0;
    for (int instance = channel; instance < batch.channels(); instance += features) {
      sum += batch.mean(pass, instance);
    }
    return (float) (sum / samples(batch));
  }

  private float unbiasedVariance(Statistics batch, int pass, int channel) {
    double sum = 0;
    for (int instance = channel; instance < batch.channels(); instance += features) {
      sum += batch.unbiasedVariance(pass, instance);
    }
    return (float) (sum / samples(batch));
  }

  private int samples(Statistics batch) {
    return batch.channels() / features;
  }

  private Optional<Double> shareFrom(float[] beginning) {
    if (batchMean.length == 0) {
      return Optional.empty();
    }
    double come = 0;
    double all = 0;
    for (int channel = 0; channel < features; channel++) {
      come += Math.abs(mean[channel] - beginning[channel]);
      all += Math.abs(batchMean[channel] - beginning[channel]);
    }
    return all > 0 && Double.isFinite(come) && Double.isFinite(all)
        ? Optional.of(Math.min(1, come / all))
        : Optional.empty();
  }

  private float[] traced(float[] values) {
    float[] some = new float[values.length == 0 ? 0 : channels.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[channels[i]];
    }
    return some;
  }
}
