package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.nn.BatchNorm.Affine;
import org.modescope.nn.BatchNorm.Tracking;

/// What normalising layers make of whatever comes in.
class NormalizationLawsTest {
  private static final double EPSILON = 1e-5;

  /// Offsets up to ten times the spread cost a digit.
  private static final double TOLERANCE = 1e-4;

  private static final Optional<Double> MOMENTUM = Optional.of(0.1);

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void batchNormGivesEachChannelMeanBetaAndVarianceGammaSquared(
      @ForAll("batches") Shape shape,
      @ForAll @DoubleRange(min = -10, max = 10) double offset,
      @ForAll @DoubleRange(min = 0.1, max = 10) double spread,
      @ForAll long seed) {
    int channels = shape.size(1);
    float[] x = normals(shape, seed, offset * spread, spread);
    float[] gamma = normals(Shape.of(channels), seed + 1, 0, 1);
    float[] beta = normals(Shape.of(channels), seed + 2, 0, 1);

    float[] y;
    try (Arena _ = Arena.open();
        Layer layer = batchNorm(shape)) {
      GradMode.NO_GRAD.run(
          () -> {
            layer.parameters().get("bn.weight").set(gamma);
            layer.parameters().get("bn.bias").set(beta);
          });
      y = layer.apply(Tensor.input(shape, x), pass(seed)).values();
    }

    for (int channel = 0; channel < channels; channel++) {
      double variance = variance(x, shape, channel);
      double expected = gamma[channel] * gamma[channel] * variance / (variance + EPSILON);
      assertThat(mean(y, shape, channel))
          .as("mean of channel %d", channel)
          .isCloseTo(beta[channel], offset(TOLERANCE * (1 + Math.abs(gamma[channel]))));
      assertThat(variance(y, shape, channel))
          .as("variance of channel %d", channel)
          .isCloseTo(expected, offset(TOLERANCE * (1 + expected)));
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void normsWithoutRunningStatisticsAreTheSameInBothModesBitForBit(
      @ForAll("statelessNorms") StatelessNorm kind,
      @ForAll @IntRange(min = 1, max = 3) int samples,
      @ForAll @DoubleRange(min = -100, max = 100) double offset,
      @ForAll long seed) {
    Shape shape = Shape.of(samples, 4, 3, 5);
    float[] x = normals(shape, seed, offset, 1);

    List<float[]> training = outputAndGradients(kind, Mode.TRAIN, shape, x, seed);
    List<float[]> evaluation = outputAndGradients(kind, Mode.EVAL, shape, x, seed);

    assertThat(evaluation).usingRecursiveComparison().isEqualTo(training);
  }

  private static List<float[]> outputAndGradients(
      StatelessNorm kind, Mode mode, Shape shape, float[] x, long seed) {
    try (Arena _ = Arena.open();
        Layer layer = kind.layer()) {
      layer.setMode(mode);
      Tensor input = Tensor.input(shape, x).requireGrad(true);
      Tensor output = layer.apply(input, pass(seed));
      float[] values = output.values();
      output.backward(normals(shape, seed + 1, 0, 1));
      return List.of(
          values,
          input.grad().values(),
          layer.parameters().values().stream()
              .map(parameter -> parameter.grad().values())
              .reduce(new float[0], NormalizationLawsTest::joined));
    }
  }

  @Provide
  Arbitrary<Shape> batches() {
    return Arbitraries.of(
        Shape.of(8, 5),
        Shape.of(33, 3),
        Shape.of(4, 3, 6),
        Shape.of(2, 4, 3, 5),
        Shape.of(1, 2, 9, 9));
  }

  @Provide
  Arbitrary<StatelessNorm> statelessNorms() {
    return Arbitraries.of(StatelessNorm.class);
  }

  /// Normalising layers of which no statistics outlive a pass.
  enum StatelessNorm {
    LAYER_NORM,
    GROUP_NORM,
    INSTANCE_NORM,
    LEARNING_INSTANCE_NORM;

    Layer layer() {
      return switch (this) {
        case LAYER_NORM -> new LayerNorm("norm", Shape.of(3, 5), EPSILON, Affine.LEARNED);
        case GROUP_NORM -> new GroupNorm("norm", 2, 4, EPSILON, Affine.LEARNED);
        case INSTANCE_NORM ->
            new InstanceNorm2d("norm", 4, EPSILON, MOMENTUM, Affine.NONE, Tracking.NONE);
        case LEARNING_INSTANCE_NORM ->
            new InstanceNorm2d("norm", 4, EPSILON, MOMENTUM, Affine.LEARNED, Tracking.NONE);
      };
    }
  }

  private static Layer batchNorm(Shape shape) {
    return shape.rank() == 4
        ? new BatchNorm2d("bn", shape.size(1), EPSILON, MOMENTUM, Affine.LEARNED, Tracking.RUNNING)
        : new BatchNorm1d("bn", shape.size(1), EPSILON, MOMENTUM, Affine.LEARNED, Tracking.RUNNING);
  }

  private static Passes pass(long seed) {
    return Passes.of(0, 1, Draws.seeded(seed));
  }

  private static double mean(float[] values, Shape shape, int channel) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (channelOf(i, shape) == channel) {
        sum += values[i];
        count++;
      }
    }
    return sum / count;
  }

  private static double variance(float[] values, Shape shape, int channel) {
    double mean = mean(values, shape, channel);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (channelOf(i, shape) == channel) {
        sum += (values[i] - mean) * (values[i] - mean);
        count++;
      }
    }
    return sum / count;
  }

  private static int channelOf(int index, Shape shape) {
    int run = (int) (shape.elements() / shape.size(0) / shape.size(1));
    return index / run % shape.size(1);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static float[] normals(Shape shape, long seed, double mean, double spread) {
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + spread * RandomStream.of(seed).child("input").normal(i));
    }
    return values;
  }
}
