package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.random.Generator;
import org.modescope.nn.BatchNorm.Affine;
import org.modescope.nn.BatchNorm.Tracking;
import org.modescope.nn.Draws;
import org.modescope.nn.InstanceNorm2d;
import org.modescope.nn.Passes;

/// Every operation's gradient agrees with central differences of its own forward pass.
class GradCheckTest {
  /// Central differences in single precision: a step this size balances truncation against
  /// rounding.
  private static final float STEP = 1e-2f;

  private static final double TOLERANCE = 5e-3;

  private static final double EPSILON = 1e-5;

  private static final RandomStream RANDOM = RandomStream.of(11);

  private static final Shape MATRIX = Shape.of(5, 3);
  private static final Shape CUBE = Shape.of(3, 3, 4);
  private static final Shape IMAGES = Shape.of(2, 4, 5, 4);
  private static final Shape CHANNELS = Shape.of(4);

  static Stream<Arguments> linearMaps() {
    Shape weight = Shape.of(2, 3);
    return Stream.of(
        check(
            "linear over its input",
            MATRIX,
            x -> x.linear(values(weight, 1), values(Shape.of(2), 2))),
        check("linear without bias over its input", MATRIX, x -> x.linear(values(weight, 1), null)),
        check("linear over a single row", Shape.of(3), x -> x.linear(values(weight, 1), null)),
        check(
            "linear over 3-D input",
            Shape.of(2, 2, 3),
            x -> x.linear(values(weight, 1), values(Shape.of(2), 2))),
        check(
            "linear over 4-D input",
            Shape.of(2, 1, 2, 3),
            x -> x.linear(values(weight, 1), values(Shape.of(2), 2))),
        check(
            "linear over its weight",
            MATRIX,
            w -> values(Shape.of(4, 3), 3).linear(w, values(Shape.of(5), 2))),
        check(
            "linear over its weight for 3-D input",
            MATRIX,
            w -> values(Shape.of(2, 2, 3), 3).linear(w, values(Shape.of(5), 2))),
        check(
            "linear over its bias",
            Shape.of(2),
            b -> values(MATRIX, 3).linear(values(Shape.of(2, 3), 4), b)));
  }

  static Stream<Arguments> convolutions() {
    Grid plain = grid(3, 2);
    Grid spread = new Grid(3, 2, 2, 1, 2, 1, 2, 3, Grid.Rounding.DOWN);
    return Stream.of(
            convolution("plain", plain, 1),
            convolution("strided, padded and dilated", spread, 1),
            convolution("grouped", plain, 2),
            convolution("grouped, strided, padded and dilated", spread, 4),
            convolution("pointwise", grid(1, 1), 1))
        .flatMap(checks -> checks);
  }

  private static Stream<Arguments> convolution(String name, Grid grid, int groups) {
    Shape weight = Shape.of(4, 4 / groups, grid.height(), grid.width());
    return Stream.of(
        check(
            name + " convolution over its input",
            IMAGES,
            x -> x.convolve(values(weight, 1), values(CHANNELS, 2), grid, groups)),
        check(
            name + " convolution over its weight",
            weight,
            w -> values(IMAGES, 3).convolve(w, null, grid, groups)),
        check(
            name + " convolution over its bias",
            CHANNELS,
            b -> values(IMAGES, 3).convolve(values(weight, 1), b, grid, groups)));
  }

  static Stream<Arguments> normalizations() {
    Shape three = Shape.of(3);
    return Stream.of(
        check(
            "batch norm by the batch over its input",
            MATRIX,
            x -> byBatch(x, values(three, 6), null)),
        check(
            "batch norm by the batch over 3-D input",
            CUBE,
            x -> byBatch(x, values(three, 6), null)),
        check(
            "batch norm by the batch over images",
            IMAGES,
            x -> byBatch(x, values(CHANNELS, 6), null)),
        check("batch norm by the batch without factors", CUBE, x -> byBatch(x, null, null)),
        check(
            "batch norm by the batch over its weight",
            three,
            w -> byBatch(values(MATRIX, 7), w, null)),
        check(
            "batch norm by the batch over its bias",
            three,
            b -> byBatch(values(CUBE, 7), values(three, 6), b)),
        check(
            "batch norm by running statistics over its input",
            MATRIX,
            x -> byRunning(x, values(three, 6), null)),
        check(
            "batch norm by running statistics over its weight",
            three,
            w -> byRunning(values(CUBE, 7), w, null)),
        check(
            "batch norm by running statistics over its bias",
            three,
            b -> byRunning(values(MATRIX, 7), values(three, 6), b)),
        check(
            "layer norm over its input",
            CUBE,
            x -> x.layerNormalize(Shape.of(3, 4), values(Shape.of(3, 4), 6), null, EPSILON)),
        check(
            "layer norm over the last axis",
            Shape.of(3, 9),
            x ->
                x.layerNormalize(
                    Shape.of(9), values(Shape.of(9), 6), values(Shape.of(9), 7), EPSILON)),
        check(
            "layer norm without factors over its input",
            MATRIX,
            x -> x.layerNormalize(three, null, null, EPSILON)),
        check(
            "layer norm over its weight",
            Shape.of(3, 4),
            w -> values(CUBE, 7).layerNormalize(Shape.of(3, 4), w, values(w.shape(), 8), EPSILON)),
        check(
            "layer norm over its bias",
            Shape.of(3, 4),
            b -> values(CUBE, 7).layerNormalize(Shape.of(3, 4), values(b.shape(), 8), b, EPSILON)),
        check(
            "group norm over its input",
            IMAGES,
            x -> x.groupNormalize(2, values(CHANNELS, 6), values(CHANNELS, 8), EPSILON)),
        check(
            "group norm without factors over its input",
            IMAGES,
            x -> x.groupNormalize(4, null, null, EPSILON)),
        check(
            "group norm over its weight",
            CHANNELS,
            w -> values(IMAGES, 7).groupNormalize(2, w, null, EPSILON)),
        check(
            "group norm over its bias",
            CHANNELS,
            b -> values(IMAGES, 7).groupNormalize(1, values(CHANNELS, 6), b, EPSILON)),
        check("instance norm over its input", IMAGES, GradCheckTest::instanceNorm),
        check("instance norm over a single image", Shape.of(4, 3, 3), GradCheckTest::instanceNorm),
        check(
            "instance norm over its weight",
            CHANNELS,
            w -> byBatch(values(Shape.of(1, 8, 20), 7), w.repeat(2), null)));
  }

  static Stream<Arguments> poolings() {
    Grid overlapping = new Grid(3, 2, 2, 1, 1, 1, 1, 2, Grid.Rounding.UP);
    return Stream.of(
        apart("max pool", IMAGES, x -> x.maxPool(grid(2, 2))),
        apart("overlapping, padded and dilated max pool", IMAGES, x -> x.maxPool(overlapping)),
        apart("max pool of a single image", Shape.of(2, 5, 4), x -> x.maxPool(grid(3, 1))),
        check("average pool", IMAGES, x -> x.avgPool(grid(2, 2), PaddingCount.INCLUDED)),
        check(
            "overlapping average pool that counts its padding",
            IMAGES,
            x -> x.avgPool(undilated(Grid.Rounding.UP), PaddingCount.INCLUDED)),
        check(
            "overlapping average pool that leaves out its padding",
            IMAGES,
            x -> x.avgPool(undilated(Grid.Rounding.DOWN), PaddingCount.EXCLUDED)),
        check("adaptive average pool", IMAGES, x -> x.adaptiveAvgPool(3, 3)),
        check("adaptive average pool to more than there is", IMAGES, x -> x.adaptiveAvgPool(7, 2)),
        check("mean of each image", IMAGES, x -> x.adaptiveAvgPool(1, 1)),
        check("padding at the end", IMAGES, x -> x.padEnd(2, 1)));
  }

  static Stream<Arguments> activations() {
    return Stream.of(
        check("relu", MATRIX, Tensor::relu),
        check("leaky relu", MATRIX, x -> x.leakyRelu(0.2, Target.FRESH)),
        check("sigmoid", MATRIX, Tensor::sigmoid),
        check("tanh", MATRIX, Tensor::tanh),
        check("silu", MATRIX, x -> x.silu(Target.FRESH)),
        check("elu", MATRIX, x -> x.elu(0.7, Target.FRESH)),
        check("selu", MATRIX, x -> x.selu(Target.FRESH)),
        check("relu6", MATRIX, x -> x.relu6(Target.FRESH)),
        check("hardswish", MATRIX, x -> x.hardswish(Target.FRESH)),
        check("softplus", MATRIX, x -> x.softplus(2, 20)),
        check("gelu", MATRIX, Tensor::gelu),
        check("approximate gelu", MATRIX, Tensor::tanhGelu),
        check("randomized relu", MATRIX, x -> x.randomizedRelu(slopes(), Target.FRESH)),
        check("randomized relu with one slope", MATRIX, x -> x.randomizedRelu(0.3, Target.FRESH)),
        check("softmax of rows", MATRIX, x -> x.softmax(1)),
        check("softmax of columns", MATRIX, x -> x.softmax(0)),
        check("softmax in the middle", CUBE, x -> x.softmax(1)),
        check("log softmax of rows", MATRIX, x -> x.logSoftmax(1)),
        check("log softmax in the middle", CUBE, x -> x.logSoftmax(1)));
  }

  static Stream<Arguments> others() {
    int[] classes = {2, 0, 1, 1, 2};
    return Stream.of(
        check("multiply", MATRIX, x -> x.multiply(values(MATRIX, 5))),
        check("multiply by a number", MATRIX, x -> x.multiply(values(Shape.of(), 5))),
        check("multiply by channel", IMAGES, x -> x.multiply(values(Shape.of(2, 4, 1, 1), 5))),
        check("alpha dropout", MATRIX, x -> x.alphaDropout(everyOther(MATRIX), 0.5)),
        check("add on the left", MATRIX, x -> x.add(values(MATRIX, 5))),
        check("add on the right", MATRIX, x -> values(MATRIX, 5).add(x)),
        check("add to itself", MATRIX, x -> x.add(x)),
        check("add around a branch", MATRIX, x -> x.tanh().add(x)),
        check("repeat", CHANNELS, x -> x.repeat(3)),
        check("view", MATRIX, x -> x.view(Shape.of(3, 5), "ViewBackward0")),
        check("mean squared error", MATRIX, x -> x.meanSquaredError(values(MATRIX, 5))),
        check("mean absolute error", MATRIX, x -> x.meanAbsoluteError(values(MATRIX, 5))),
        check(
            "binary cross entropy with logits",
            MATRIX,
            x -> x.binaryCrossEntropyWithLogits(values(MATRIX, 5))),
        check("subtract on the right", MATRIX, x -> values(MATRIX, 5).meanAbsoluteError(x)),
        check("cross entropy", MATRIX, x -> x.crossEntropy(classes)),
        check(
            "negative log likelihood",
            MATRIX,
            x -> Tensor.apply(new NegativeLogLikelihood(classes), x)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "linearMaps",
    "convolutions",
    "normalizations",
    "poolings",
    "activations",
    "others"
  })
  void gradientIsTheSlope(String name, float[] at, Shape shape, UnaryOperator<Tensor> operation) {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(shape, at).requireGrad(true);
      Tensor y = operation.apply(x);
      float[] weights = draw(y.shape(), 9);
      y.backward(weights);
      float[] gradient = x.grad().values();
      for (int i = 0; i < at.length; i++) {
        double slope =
            (along(operation, shape, at, i, STEP, weights)
                    - along(operation, shape, at, i, -STEP, weights))
                / (2 * STEP);
        assertThat((double) gradient[i])
            .as("%s, element %d", name, i)
            .isCloseTo(slope, offset(TOLERANCE * Math.max(1, Math.abs(slope))));
      }
    }
  }

  private static double along(
      UnaryOperator<Tensor> operation,
      Shape shape,
      float[] at,
      int element,
      float step,
      float[] weights) {
    float[] moved = at.clone();
    moved[element] += step;
    try (Arena _ = Arena.open()) {
      float[] result = operation.apply(Tensor.input(shape, moved)).values();
      double sum = 0;
      for (int i = 0; i < result.length; i++) {
        sum += (double) result[i] * weights[i];
      }
      return sum;
    }
  }

  private static Tensor byBatch(Tensor x, @Nullable Tensor weight, @Nullable Tensor bias) {
    return x.batchNormalize(Statistics.overBatch(x), weight, bias, null, null, EPSILON);
  }

  private static Tensor byRunning(Tensor x, Tensor weight, @Nullable Tensor bias) {
    Tensor mean = values(Shape.of(3), 20);
    Tensor variance = Tensor.buffer(Shape.of(3), new float[] {0.5f, 1, 2});
    return x.batchNormalize(weight, bias, mean, variance, EPSILON);
  }

  private static Tensor instanceNorm(Tensor x) {
    var layer =
        new InstanceNorm2d("in", 4, EPSILON, Optional.of(0.1), Affine.LEARNED, Tracking.NONE);
    GradMode.NO_GRAD.run(() -> layer.parameters().get("in.weight").set(draw(CHANNELS, 6)));
    return layer.apply(x, Passes.of(0, 1, Draws.seeded(0)));
  }

  private static Grid grid(int height, int width) {
    return new Grid(height, width, height, width, 0, 0, 1, 1, Grid.Rounding.DOWN);
  }

  private static Grid undilated(Grid.Rounding rounding) {
    return new Grid(3, 2, 2, 1, 1, 1, 1, 1, rounding);
  }

  private static Tensor slopes() {
    return new RandomSlopes(0.1, 0.4, Generator.seeded(30)).everywhere(MATRIX, 1);
  }

  private static Tensor everyOther(Shape shape) {
    float[] mask = new float[(int) shape.elements()];
    for (int i = 0; i < mask.length; i += 2) {
      mask[i] = 2;
    }
    return DropoutMask.of(shape, mask);
  }

  private static Arguments check(String name, Shape shape, UnaryOperator<Tensor> operation) {
    return Arguments.of(name, draw(shape, 0), shape, operation);
  }

  /// At values so far apart that a step does not make another one the largest.
  private static Arguments apart(String name, Shape shape, UnaryOperator<Tensor> operation) {
    float[] at = new float[(int) shape.elements()];
    for (int i = 0; i < at.length; i++) {
      // 37 shares no factor with any size here, so that all are different.
      at[i] = (i * 37 % at.length - at.length / 2) * (4 * STEP);
    }
    return Arguments.of(name, at, shape, operation);
  }

  private static Tensor values(Shape shape, int stream) {
    return Tensor.input(shape, draw(shape, stream));
  }

  /// Kept away from 0, where a ReLU has no slope.
  private static float[] draw(Shape shape, int stream) {
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      double value = RANDOM.child(stream).normal(i);
      values[i] = (float) (value + 0.1 * Math.signum(value));
    }
    return values;
  }
}
