package org.modescope.measure;

import java.util.Arrays;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.LayerTrace.Stage;

/// The numbers that a layer normalises together with one of them: a channel of the batch, or what
/// it is for layers that normalise each sample by itself.
///
/// @param indices where they lie in the input
/// @param x what went in
/// @param mean what was taken off
/// @param variance by whose root was divided, eps left out
/// @param eps what is added to the variance
/// @param normalized before weight and bias
/// @param y what came out
/// @param other what the other mode would have given; empty where there is none
/// @param pointed which of them is the one that was asked for
/// @param weight the factor of that one; 1 where the layer has none
/// @param bias what is added to it; 0 where the layer has none
public record NormGroup(
    int[] indices,
    float[] x,
    double mean,
    double variance,
    double eps,
    float[] normalized,
    float[] y,
    Optional<float[]> other,
    int pointed,
    double weight,
    double bias) {

  /// Whether a layer normalises, so that each of its numbers has a group.
  public static boolean has(LayerSpec layer) {
    return switch (layer.type().effect()) {
      case NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> true;
      case NONE -> layer.type() == LayerType.LAYER_NORM || layer.type() == LayerType.GROUP_NORM;
      case DROPS_ELEMENTS,
          DROPS_CHANNELS,
          DROPS_TO_SATURATION,
          DROPS_IN_EITHER_MODE,
          DRAWS_SLOPES ->
          false;
    };
  }

  /// The group of a number of the input.
  public static NormGroup of(LayerTrace trace, int index) {
    Grouping grouping = Grouping.of(trace.spec(), trace.inputShape());
    int[] indices = grouping.together(index);
    float[] x = pick(trace.values(LayerTrace.INPUT), indices);
    int channel = grouping.channel(index);
    Moments used = used(trace, x, channel);
    double eps = trace.spec().number("eps");
    float[] normalized = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      normalized[i] = (float) ((x[i] - used.mean()) / Math.sqrt(used.variance() + eps));
    }
    int place = grouping.parameter(index);
    return new NormGroup(
        indices,
        x,
        used.mean(),
        used.variance(),
        eps,
        normalized,
        pick(trace.values(LayerTrace.OUTPUT), indices),
        trace.stage(LayerTrace.OTHER_MODE).map(stage -> pick(stage.values(), indices)),
        Arrays.binarySearch(indices, index),
        trace.parameter("weight").map(stage -> at(stage, place)).orElse(1.0),
        trace.parameter("bias").map(stage -> at(stage, place)).orElse(0.0));
  }

  private static double at(Stage stage, int place) {
    return stage.values()[place];
  }

  /// Mean and variance (÷ n).
  public record Moments(double mean, double variance) {
    static Moments of(float[] x) {
      double sum = 0;
      for (float value : x) {
        sum += value;
      }
      double mean = sum / x.length;
      double square = 0;
      for (float value : x) {
        square += (value - mean) * (value - mean);
      }
      return new Moments(mean, square / x.length);
    }
  }

  private static Moments used(LayerTrace trace, float[] x, int channel) {
    if (!trace.isByBatch()) {
      return new Moments(
          at(trace.parameter("running_mean").orElseThrow(), channel),
          at(trace.parameter("running_var").orElseThrow(), channel));
    }
    return trace.spec().type().isBatchNorm()
        ? new Moments(
            trace.values(LayerTrace.MEAN)[channel],
            trace.values(LayerTrace.BIASED_VARIANCE)[channel])
        : Moments.of(x);
  }

  private static float[] pick(float[] values, int[] indices) {
    float[] picked = new float[indices.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[indices[i]];
    }
    return picked;
  }

  /// Which numbers of a tensor are normalised together.
  ///
  /// @param run how many numbers each channel has in a sample
  private record Grouping(LayerSpec spec, Shape shape, int channels, int run, int samples) {
    static Grouping of(LayerSpec spec, Shape shape) {
      int elements = Math.toIntExact(shape.elements());
      if (spec.type() == LayerType.LAYER_NORM) {
        int size = spec.sizes("normalized_shape").stream().reduce(1, Math::multiplyExact);
        return new Grouping(spec, shape, 1, size, elements / size);
      }
      boolean isSample = isOneSample(spec, shape);
      int samples = isSample ? 1 : shape.size(0);
      int channels = shape.size(isSample ? 0 : 1);
      return new Grouping(spec, shape, channels, elements / samples / channels, samples);
    }

    private static boolean isOneSample(LayerSpec spec, Shape shape) {
      return switch (spec.type()) {
        case INSTANCE_NORM_1D -> shape.rank() == 2;
        case INSTANCE_NORM_2D -> shape.rank() == 3;
        default -> false;
      };
    }

    int channel(int index) {
      return index / run % channels;
    }

    /// Where a number's weight and bias lie.
    int parameter(int index) {
      return spec.type() == LayerType.LAYER_NORM ? index % run : channel(index);
    }

    int[] together(int index) {
      if (spec.type().isBatchNorm()) {
        int[] indices = new int[samples * run];
        for (int sample = 0; sample < samples; sample++) {
          for (int i = 0; i < run; i++) {
            indices[sample * run + i] = (sample * channels + channel(index)) * run + i;
          }
        }
        return indices;
      }
      int size = run * (spec.type() == LayerType.GROUP_NORM ? perGroup() : 1);
      int first = index / size * size;
      int[] indices = new int[size];
      for (int i = 0; i < size; i++) {
        indices[i] = first + i;
      }
      return indices;
    }

    private int perGroup() {
      return channels / spec.integer("num_groups");
    }
  }
}
