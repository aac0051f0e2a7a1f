package org.modescope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.nn.StateDict;

/// The stages of a batch normalisation: its batch's statistics, the values normalised by those or
/// by the running ones, and how the running ones moved.
///
/// @param input what went in
/// @param output what came out
/// @param before the layer's buffers before the pass
/// @param after the layer's buffers after it
/// @param byBatch whether the batch's own statistics normalised, or the running ones
/// @param eps what is added to the variance
public record NormStages(
    Stage input, Stage output, Buffers before, Buffers after, boolean byBatch, double eps) {

  /// A layer's running statistics; empty where it keeps none.
  ///
  /// @param mean `running_mean`
  /// @param variance `running_var`
  public record Buffers(Optional<float[]> mean, Optional<float[]> variance) {
    /// Those of a layer with a path.
    public static Buffers of(StateDict buffers, String path) {
      return new Buffers(
          floats(buffers, path + ".running_mean"), floats(buffers, path + ".running_var"));
    }

    private static Optional<float[]> floats(StateDict buffers, String key) {
      return buffers.entries().get(key) instanceof StateDict.Floats found
          ? Optional.of(found.values())
          : Optional.empty();
    }
  }

  /// All of them but what the other mode would have given.
  public List<Stage> stages() {
    List<Stage> stages = new ArrayList<>(List.of(input));
    if (input.shape().elements() == 0) {
      stages.add(output);
      return stages;
    }
    int channels = input.shape().size(1);
    float[] mean = new float[channels];
    float[] biased = new float[channels];
    float[] unbiased = new float[channels];
    measure(mean, biased, unbiased);
    Shape perChannel = Shape.of(channels);
    stages.add(new Stage(LayerTrace.MEAN, perChannel, mean));
    stages.add(new Stage(LayerTrace.BIASED_VARIANCE, perChannel, biased));
    float[] centre = byBatch ? mean : before.mean().orElse(mean);
    float[] spread = byBatch ? biased : before.variance().orElse(biased);
    stages.add(new Stage(LayerTrace.NORMALIZED, input.shape(), normalized(centre, spread)));
    stages.add(output);
    add(stages, LayerTrace.MEAN_BEFORE, before.mean());
    add(stages, LayerTrace.MEAN_AFTER, after.mean());
    stages.add(new Stage(LayerTrace.UNBIASED_VARIANCE, perChannel, unbiased));
    add(stages, LayerTrace.VARIANCE_BEFORE, before.variance());
    add(stages, LayerTrace.VARIANCE_AFTER, after.variance());
    return stages;
  }

  private void measure(float[] mean, float[] biased, float[] unbiased) {
    try (Tensor x = Tensor.input(input.shape(), input.values())) {
      Statistics batch = Statistics.overBatch(x);
      for (int channel = 0; channel < mean.length; channel++) {
        mean[channel] = batch.mean(0, channel);
        biased[channel] = batch.biasedVariance(0, channel);
        unbiased[channel] = batch.unbiasedVariance(0, channel);
      }
    }
  }

  private float[] normalized(float[] mean, float[] variance) {
    int channels = mean.length;
    int run = Math.toIntExact(input.shape().elements() / input.shape().size(0) / channels);
    float[] x = input.values();
    float[] normalized = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int channel = i / run % channels;
      double deviation = (double) x[i] - mean[channel];
      normalized[i] = (float) (deviation / Math.sqrt(variance[channel] + eps));
    }
    return normalized;
  }

  private static void add(List<Stage> stages, String name, Optional<float[]> values) {
    values.ifPresent(each -> stages.add(new Stage(name, Shape.of(each.length), each)));
  }
}
