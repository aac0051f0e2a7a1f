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

/// Normalises each channel of each sample by its own positions: batch normalisation of `[1, N·C,
/// …]`.
///
/// Without running statistics, the default, both modes are the same. With them, train mode moves
/// them by the mean over samples and eval mode normalises by them; `num_batches_tracked` exists but
/// is never counted up, as in PyTorch.
public abstract class InstanceNorm extends Layer {
  private final int features;
  private final double epsilon;
  private final Optional<Double> momentum;
  private final @Nullable Tensor weight;
  private final @Nullable Tensor bias;
  private final @Nullable Tensor runningMean;
  private final @Nullable Tensor runningVariance;
  private long batchesTracked;

  InstanceNorm(
      String path,
      int features,
      double epsilon,
      Optional<Double> momentum,
      BatchNorm.Affine affine,
      BatchNorm.Tracking tracking) {
    super(path);
    this.features = features;
    this.epsilon = epsilon;
    this.momentum = momentum;
    Shape perChannel = Shape.of(features);
    boolean learns = affine == BatchNorm.Affine.LEARNED;
    boolean tracks = tracking == BatchNorm.Tracking.RUNNING;
    float[] ones = Initialization.constant(features, 1);
    float[] zeros = Initialization.constant(features, 0);
    weight = learns ? addParameter("weight", Tensor.parameter(perChannel, ones)) : null;
    bias = learns ? addParameter("bias", Tensor.parameter(perChannel, zeros)) : null;
    runningMean = tracks ? addBuffer("running_mean", Tensor.buffer(perChannel, zeros)) : null;
    runningVariance = tracks ? addBuffer("running_var", Tensor.buffer(perChannel, ones)) : null;
  }

  /// How many axes a batch has; one fewer is a single sample.
  protected abstract int batchedRank();

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkRank(x.shape());
    if (x.shape().rank() == batchedRank()) {
      return normalize(x, passes);
    }
    int[] sizes = x.shape().toArray();
    int[] batch = new int[sizes.length + 1];
    batch[0] = 1;
    System.arraycopy(sizes, 0, batch, 1, sizes.length);
    return normalize(x.view(Shape.of(batch), "UnsqueezeBackward0"), passes)
        .view(x.shape(), "SqueezeBackward1");
  }

  private Tensor normalize(Tensor x, Passes passes) {
    Shape shape = x.shape();
    int samples = shape.size(0);
    boolean byInstance = mode() == Mode.TRAIN || runningMean == null;
    if (byInstance) {
      checkSpatialSize(shape);
    }
    checkMomentum();
    int[] sizes = shape.toArray();
    sizes[0] = 1;
    sizes[1] = samples * shape.size(1);
    boolean isEmpty = shape.elements() == 0;
    if (!isEmpty) {
      checkChannels(sizes[1], samples);
    }
    Tensor instances = x.contiguous().view(Shape.of(sizes), "ViewBackward0");
    Tensor factor = weight == null ? null : weight.repeat(samples);
    Tensor term = bias == null ? null : bias.repeat(samples);
    if (isEmpty) {
      return normalizeNothing(instances, factor, term, samples).view(shape, "ViewBackward0");
    }
    Tensor mean = runningMean == null ? null : runningMean.repeat(samples);
    Tensor variance = runningVariance == null ? null : runningVariance.repeat(samples);
    if (!byInstance && mean != null && variance != null) {
      return instances
          .batchNormalize(factor, term, mean, variance, epsilon)
          .view(shape, "ViewBackward0");
    }
    Statistics statistics = Statistics.overBatch(instances);
    Tensor result = instances.batchNormalize(statistics, factor, term, mean, variance, epsilon);
    if (runningMean != null && runningVariance != null) {
      passes
          .probe()
          .updated(path(), statistics, update(runningMean, runningVariance, statistics, samples));
    }
    return result.view(shape, "ViewBackward0");
  }

  /// Running statistics become the mean over the samples' own, NaN where there are none.
  private Tensor normalizeNothing(
      Tensor instances, @Nullable Tensor weight, @Nullable Tensor bias, int samples) {
    Tensor result = instances.normalizeNothing(weight, bias);
    if (samples == 0 && runningMean != null && runningVariance != null) {
      runningMean.setUnnoticed(Initialization.constant(features, Float.NaN));
      runningVariance.setUnnoticed(Initialization.constant(features, Float.NaN));
    }
    return result;
  }

  private RunningHistory update(Tensor mean, Tensor variance, Statistics statistics, int samples) {
    float[] meanHistory = new float[statistics.passes() * features];
    float[] varianceHistory = new float[statistics.passes() * features];
    float share = momentum.orElse(0.0).floatValue();
    float rest = (float) (1 - momentum.orElse(0.0));
    float[] means = mean.values();
    float[] variances = variance.values();
    for (int pass = 0; pass < statistics.passes(); pass++) {
      for (int channel = 0; channel < features; channel++) {
        double meanSum = 0;
        double varianceSum = 0;
        for (int sample = 0; sample < samples; sample++) {
          int instance = sample * features + channel;
          meanSum += share * statistics.mean(pass, instance) + rest * means[channel];
          varianceSum +=
              share * statistics.unbiasedVariance(pass, instance) + rest * variances[channel];
        }
        means[channel] = (float) (meanSum / samples);
        variances[channel] = (float) (varianceSum / samples);
      }
      System.arraycopy(means, 0, meanHistory, pass * features, features);
      System.arraycopy(variances, 0, varianceHistory, pass * features, features);
    }
    mean.setUnnoticed(means);
    variance.setUnnoticed(variances);
    return new RunningHistory(features, meanHistory, varianceHistory, batchesTracked);
  }

  @Override
  protected void collectCounters(SequencedMap<String, StateDict.Entry> entries) {
    if (runningMean != null) {
      entries.put(key("num_batches_tracked"), new StateDict.Counter(batchesTracked));
    }
  }

  @Override
  protected void loadCounters(StateDict state) {
    if (runningMean != null) {
      batchesTracked = state.counter(key("num_batches_tracked"));
    }
  }

  private void checkRank(Shape shape) {
    int batched = batchedRank();
    if (shape.rank() != batched && shape.rank() != batched - 1) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          String.format(
              Locale.ROOT,
              "expected %dD or %dD input (got %dD input)",
              batched - 1,
              batched,
              shape.rank()),
          Explanation.of(Key.TAKES_SAMPLES_OF_POSITIONS));
    }
  }

  private static void checkSpatialSize(Shape shape) {
    long positions = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      positions *= shape.size(axis);
    }
    if (positions == 1) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Expected more than 1 spatial element when training, got input size " + shape.toTorch(),
          Explanation.of(Key.ONE_POSITION_PER_CHANNEL));
    }
  }

  private void checkMomentum() {
    if (momentum.isEmpty()) {
      throw new TorchException(
          TorchException.Type.TYPE_ERROR,
          "instance_norm(): argument 'momentum' (position 7) must be float, not NoneType",
          Explanation.of(Key.NO_CUMULATIVE_AVERAGE));
    }
  }

  private void checkChannels(int instances, int samples) {
    int expected = samples * features;
    String checked = runningMean != null ? "running_mean" : weight != null ? "weight" : "";
    if (instances != expected && !checked.isEmpty()) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT, "%s should contain %d elements not %d", checked, instances, expected),
          Explanation.of(Key.OTHER_FEATURE_CHANNELS, "channels", features));
    }
  }
}
