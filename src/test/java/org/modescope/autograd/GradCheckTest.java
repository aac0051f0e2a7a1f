package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation's gradient agrees with central differences of its own forward pass.
class GradCheckTest {
  /// Central differences in single precision: a step this size balances truncation against
  /// rounding.
  private static final float STEP = 1e-2f;

  private static final double TOLERANCE = 5e-3;

  private static final RandomStream RANDOM = RandomStream.of(11);

  static Stream<Arguments> operations() {
    Shape matrix = Shape.of(5, 3);
    Shape cube = Shape.of(3, 3, 4);
    return Stream.of(
        check(
            "linear over its input",
            matrix,
            x -> x.linear(values(Shape.of(2, 3), 1), values(Shape.of(2), 2))),
        check(
            "linear over its weight",
            matrix,
            w -> values(Shape.of(4, 3), 3).linear(w, values(Shape.of(5), 2))),
        check(
            "linear over its bias",
            Shape.of(2),
            b -> values(matrix, 3).linear(values(Shape.of(2, 3), 4), b)),
        check("relu", matrix, Tensor::relu),
        check("multiply", matrix, x -> x.multiply(values(matrix, 5))),
        check(
            "batch norm by the batch over its input",
            matrix,
            x -> byBatch(x, values(Shape.of(3), 6))),
        check(
            "batch norm by the batch over 3-D input",
            cube,
            x -> byBatch(x, values(Shape.of(3), 6))),
        check(
            "batch norm by the batch over its weight",
            Shape.of(3),
            w -> byBatch(values(matrix, 7), w)),
        check(
            "batch norm by running statistics over its input",
            matrix,
            x -> byRunning(x, values(Shape.of(3), 6))),
        check(
            "batch norm by running statistics over its weight",
            Shape.of(3),
            w -> byRunning(values(cube, 7), w)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void gradientIsTheSlope(String name, Shape shape, UnaryOperator<Tensor> operation) {
    try (Arena _ = Arena.open()) {
      float[] at = draw(shape, 0);
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
    float[] result = operation.apply(Tensor.input(shape, moved)).values();
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      sum += (double) result[i] * weights[i];
    }
    return sum;
  }

  private static Tensor byBatch(Tensor x, Tensor weight) {
    return x.batchNormalize(Statistics.overBatch(x), weight, null, null, null, 1e-5);
  }

  private static Tensor byRunning(Tensor x, Tensor weight) {
    Tensor mean = values(Shape.of(3), 20);
    Tensor variance = Tensor.buffer(Shape.of(3), new float[] {0.5f, 1, 2});
    return x.batchNormalize(weight, null, mean, variance, 1e-5);
  }

  private static Arguments check(String name, Shape shape, UnaryOperator<Tensor> operation) {
    return Arguments.of(name, shape, operation);
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
