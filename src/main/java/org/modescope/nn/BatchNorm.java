package org.modescope.nn;

import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Normalises each channel of `[N, C]` or `[N, C, L]`: in train mode by the batch's own statistics,
/// in eval mode by running ones.
///
/// Running statistics are state, not arithmetic: they move in the forward pass of train mode, off
/// the graph, whatever the grad mode and whether or not parameters are frozen. The batch is
/// normalised by its biased variance (÷ n); the running variance takes the unbiased one (÷ (n −
/// 1)). Without running statistics both modes use the batch's own. See PyTorch's documentation of
/// `torch.nn.BatchNorm1d`.
public abstract class BatchNorm extends Layer {
  private final int features;
  private final double epsilon;
  private final Optional<Double> momentum;
  private final @Nullable Tensor weight;
  private final @Nullable Tensor bias;
  private final @Nullable Tensor runningMean;
  private final @Nullable Tensor runningVariance;
  private long batchesTracked;

  /// Whether a layer scales and shifts its channels by learned factors.
  public enum Affine {
    LEARNED,
    NONE
  }

  /// Whether a layer keeps running statistics.
  public enum Tracking {
    RUNNING,
    NONE
  }

  /// @param momentum the share of the new value; empty for a cumulative average
  BatchNorm(
      String path,
      int features,
      double epsilon,
      Optional<Double> momentum,
      Affine affine,
      Tracking tracking) {
    super(path);
    this.features = features;
    this.epsilon = epsilon;
    this.momentum = momentum;
    Shape perChannel = Shape.of(features);
    boolean learns = affine == Affine.LEARNED;
    weight =
        learns
            ? addParameter(
                "weight", Tensor.parameter(perChannel, Initialization.constant(features, 1)))
            : null;
    bias =
        learns
            ? addParameter(
                "bias", Tensor.parameter(perChannel, Initialization.constant(features, 0)))
            : null;
    boolean tracks = tracking == Tracking.RUNNING;
    runningMean =
        tracks
            ? addBuffer(
                "running_mean", Tensor.buffer(perChannel, Initialization.constant(features, 0)))
            : null;
    runningVariance =
        tracks
            ? addBuffer(
                "running_var", Tensor.buffer(perChannel, Initialization.constant(features, 1)))
            : null;
  }

  /// `num_batches_tracked`: how many batches have moved the running statistics.
  public long batchesTracked() {
    return batchesTracked;
  }

  /// Whether this layer keeps running statistics.
  public boolean tracks() {
    return runningMean != null;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkRank(x.shape());
    boolean updating = mode() == Mode.TRAIN && tracks();
    long counterBefore = batchesTracked;
    if (updating) {
      // PyTorch counts before it looks at the batch: a refused pass has been counted.
      batchesTracked++;
    }
    boolean byBatch = mode() == Mode.TRAIN || !tracks();
    if (byBatch) {
      checkBatchSize(x.shape());
    }
    if (x.shape().elements() == 0) {
      batchesTracked = updating ? counterBefore + passes.count() : counterBefore;
      return x.normalizeNothing(weight, bias);
    }
    checkChannels(x.shape());
    if (!byBatch && runningMean != null && runningVariance != null) {
      return x.batchNormalize(weight, bias, runningMean, runningVariance, epsilon);
    }
    Statistics batch = Statistics.overBatch(x);
    Tensor result = x.batchNormalize(batch, weight, bias, runningMean, runningVariance, epsilon);
    if (updating) {
      batchesTracked = counterBefore + passes.count();
      passes.probe().updated(path(), batch, update(batch, counterBefore));
    }
    return result;
  }

  @Override
  protected Tensor forwardOver(Tensor x, Passes passes) {
    return forward(x.expiring(), passes);
  }

  /// Moves the running statistics, pass by pass: `running ← (1 − m)·running + m·batch`.
  private RunningHistory update(Statistics batch, long counterBefore) {
    if (runningMean == null || runningVariance == null) {
      throw new IllegalStateException("a layer without running statistics has none to update");
    }
    int passes = batch.passes();
    float[] means = new float[passes * features];
    float[] variances = new float[passes * features];
    float[] mean = runningMean.values();
    float[] variance = runningVariance.values();
    for (int pass = 0; pass < passes; pass++) {
      double share = momentum.orElse(1.0 / (counterBefore + pass + 1));
      move(mean, variance, batch, pass, (float) share, (float) (1 - share));
      System.arraycopy(mean, 0, means, pass * features, features);
      System.arraycopy(variance, 0, variances, pass * features, features);
    }
    runningMean.setUnnoticed(mean);
    runningVariance.setUnnoticed(variance);
    return new RunningHistory(features, means, variances, counterBefore);
  }

  private static void move(
      float[] mean, float[] variance, Statistics batch, int pass, float share, float rest) {
    for (int channel = 0; channel < mean.length; channel++) {
      mean[channel] = share * batch.mean(pass, channel) + rest * mean[channel];
      variance[channel] =
          Math.fma(share, batch.unbiasedVariance(pass, channel), rest * variance[channel]);
    }
  }

  @Override
  protected void collectCounters(SequencedMap<String, StateDict.Entry> entries) {
    if (tracks()) {
      entries.put(key("num_batches_tracked"), new StateDict.Counter(batchesTracked));
    }
  }

  @Override
  protected void loadCounters(StateDict state) {
    if (tracks()) {
      batchesTracked = state.counter(key("num_batches_tracked"));
    }
  }

  /// Refuses an input of a rank that this kind of layer does not take.
  protected abstract void checkRank(Shape shape);

  private static void checkBatchSize(Shape shape) {
    long valuesPerChannel = shape.elements() / Math.max(1, shape.size(1));
    if (valuesPerChannel == 1) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Expected more than 1 value per channel when training, got input size " + shape.toTorch(),
          Explanation.of(Key.ONE_VALUE_PER_CHANNEL));
    }
  }

  private void checkChannels(Shape shape) {
    int found = shape.size(1);
    String checked = tracks() ? "running_mean" : weight != null ? "weight" : "";
    if (found != features && !checked.isEmpty()) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT, "%s should contain %d elements not %d", checked, found, features),
          Explanation.of(
              Key.OTHER_CHANNELS,
              "channels",
              features,
              "argument",
              "num_features",
              "found",
              found));
    }
  }
}
