package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Backward through a block of passes leaves in every leaf the sum of what each pass alone would
/// have left.
class BlockGradientsTest {
  private static final int PASSES = 3;

  /// A block may add up the samples of all passes in one sum.
  private static final double TOLERANCE = 1e-6;

  private static final double EPSILON = 1e-5;
  private static final RandomStream RANDOM = RandomStream.of(5);
  private static final Shape ROWS = Shape.of(7, 4);
  private static final Shape RUNS = Shape.of(3, 4, 5);
  private static final Shape IMAGES = Shape.of(2, 4, 5, 4);
  private static final Shape CHANNELS = Shape.of(4);

  /// An operation on x and parameters.
  private record Operation(Shape x, List<Shape> parameters, Function<List<Tensor>, Tensor> apply) {}

  static Stream<Arguments> exactOperations() {
    return Stream.of(
        operation(
            "linear",
            ROWS,
            List.of(Shape.of(6, 4), Shape.of(6)),
            leaves -> leaves.get(0).linear(leaves.get(1), leaves.get(2))),
        operation(
            "linear without bias",
            RUNS,
            List.of(Shape.of(6, 5)),
            leaves -> leaves.get(0).linear(leaves.get(1), null)),
        operation(
            "batch norm of rows", ROWS, List.of(CHANNELS, CHANNELS), BlockGradientsTest::byBatch),
        operation(
            "batch norm of runs", RUNS, List.of(CHANNELS, CHANNELS), BlockGradientsTest::byBatch),
        operation(
            "batch norm of images",
            IMAGES,
            List.of(CHANNELS, CHANNELS),
            BlockGradientsTest::byBatch),
        operation(
            "batch norm by running statistics",
            IMAGES,
            List.of(CHANNELS, CHANNELS),
            leaves ->
                leaves
                    .get(0)
                    .batchNormalize(
                        leaves.get(1),
                        leaves.get(2),
                        Tensor.buffer(CHANNELS, new float[] {0, 1, -1, 0.5f}),
                        Tensor.buffer(CHANNELS, new float[] {1, 2, 0.5f, 1}),
                        EPSILON)));
  }

  static Stream<Arguments> otherOperations() {
    Grid grid = new Grid(3, 2, 2, 1, 1, 1, 1, 1, Grid.Rounding.DOWN);
    return Stream.of(
        operation(
            "convolution",
            IMAGES,
            List.of(Shape.of(6, 4, 3, 2), Shape.of(6)),
            leaves -> leaves.get(0).convolve(leaves.get(1), leaves.get(2), grid, 1)),
        operation(
            "grouped convolution",
            IMAGES,
            List.of(Shape.of(6, 2, 3, 2)),
            leaves -> leaves.get(0).convolve(leaves.get(1), null, grid, 2)),
        operation(
            "layer norm",
            RUNS,
            List.of(Shape.of(4, 5), Shape.of(4, 5)),
            leaves ->
                leaves
                    .get(0)
                    .layerNormalize(Shape.of(4, 5), leaves.get(1), leaves.get(2), EPSILON)),
        operation(
            "group norm",
            IMAGES,
            List.of(CHANNELS, CHANNELS),
            leaves -> leaves.get(0).groupNormalize(2, leaves.get(1), leaves.get(2), EPSILON)),
        operation(
            "instance norm",
            RUNS,
            List.of(CHANNELS, CHANNELS),
            leaves -> {
              Tensor instances = leaves.get(0).view(Shape.of(1, 12, 5), "ViewBackward0");
              return byBatch(List.of(instances, leaves.get(1).repeat(3), leaves.get(2).repeat(3)));
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exactOperations")
  void blockAddsUpToItsPassesBitForBit(String name, Operation operation) {
    List<float[]> oneByOne = oneByOne(operation);

    List<float[]> inABlock = inABlock(operation);

    assertThat(inABlock).usingRecursiveComparison().isEqualTo(oneByOne);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherOperations")
  void blockAddsUpToItsPasses(String name, Operation operation) {
    List<float[]> oneByOne = oneByOne(operation);

    List<float[]> inABlock = inABlock(operation);

    for (int leaf = 0; leaf < oneByOne.size(); leaf++) {
      double allowed = TOLERANCE * largest(oneByOne.get(leaf));
      for (int i = 0; i < oneByOne.get(leaf).length; i++) {
        assertThat((double) inABlock.get(leaf)[i])
            .as("leaf %d, element %d", leaf, i)
            .isCloseTo(oneByOne.get(leaf)[i], offset(allowed));
      }
    }
  }

  private static List<float[]> inABlock(Operation operation) {
    float[][] factors = new float[PASSES][];
    for (int pass = 0; pass < PASSES; pass++) {
      factors[pass] = draw(operation.x(), 10 + pass);
    }
    try (Arena _ = Arena.open()) {
      List<Tensor> leaves = leaves(operation);
      backward(operation, leaves, factors);
      return gradients(leaves);
    }
  }

  private static List<float[]> oneByOne(Operation operation) {
    try (Arena _ = Arena.open()) {
      List<Tensor> leaves = leaves(operation);
      for (int pass = 0; pass < PASSES; pass++) {
        backward(operation, leaves, draw(operation.x(), 10 + pass));
      }
      return gradients(leaves);
    }
  }

  /// As many passes as there are factors, each of which makes another input of the shared one.
  private static void backward(Operation operation, List<Tensor> leaves, float[]... factors) {
    List<Tensor> operands = new ArrayList<>(leaves);
    operands.set(
        0,
        leaves
            .getFirst()
            .forPasses(factors.length)
            .multiply(DropoutMask.of(operation.x(), factors)));
    Tensor output = operation.apply().apply(operands);
    output.backward(draw(output.shape(), 20));
  }

  private static List<Tensor> leaves(Operation operation) {
    List<Tensor> leaves = new ArrayList<>();
    leaves.add(Tensor.input(operation.x(), draw(operation.x(), 0)).requireGrad(true));
    for (Shape shape : operation.parameters()) {
      leaves.add(Tensor.parameter(shape, draw(shape, leaves.size())));
    }
    return leaves;
  }

  private static List<float[]> gradients(List<Tensor> leaves) {
    return leaves.stream().map(leaf -> leaf.grad().values()).toList();
  }

  private static Tensor byBatch(List<Tensor> leaves) {
    Tensor x = leaves.get(0);
    return x.batchNormalize(
        Statistics.overBatch(x), leaves.get(1), leaves.get(2), null, null, EPSILON);
  }

  private static Arguments operation(
      String name, Shape x, List<Shape> parameters, Function<List<Tensor>, Tensor> apply) {
    return Arguments.of(name, new Operation(x, parameters, apply));
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] draw(Shape shape, int stream) {
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) RANDOM.child(stream).normal(i);
    }
    return values;
  }
}
