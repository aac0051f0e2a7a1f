package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.random.Generator;

/// Tensors that are large enough for several cores and long loops come out as any others do.
class LargeTensorsTest {
  private static final double EPSILON = 1e-5;

  /// Sums in single precision over so many elements lose some digits.
  private static final double TOLERANCE = 2e-5;

  private static final Shape IMAGES = Shape.of(3, 12, 61, 67);
  private static final Shape TABLE = Shape.of(70, 3001);

  /// An operation on tensors of one shape.
  private record Operation(String name, Shape shape, UnaryOperator<Tensor> function) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Operation> operations() {
    return Stream.of(IMAGES, TABLE)
        .flatMap(
            shape ->
                Stream.of(
                    new Operation("batch norm", shape, LargeTensorsTest::batchNorm),
                    new Operation("layer norm", shape, LargeTensorsTest::layerNorm),
                    new Operation("softmax over channels", shape, x -> x.softmax(1)),
                    new Operation("log-softmax over channels", shape, x -> x.logSoftmax(1)),
                    new Operation("softmax over samples", shape, x -> x.softmax(0)),
                    new Operation("relu", shape, Tensor::relu),
                    new Operation("gelu", shape, Tensor::gelu),
                    new Operation("sigmoid", shape, Tensor::sigmoid),
                    new Operation("group norm", IMAGES, LargeTensorsTest::groupNorm)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aPassComesOutTheSameAloneAndInABlock(Operation operation) {
    float[] first = normals(operation.shape(), 1);
    float[] second = normals(operation.shape(), 2);
    float[] weights = normals(operation.shape(), 3);

    List<Result> block = run(operation, List.of(first, second), weights);
    Result alone = run(operation, List.of(second), weights).getFirst();

    assertThat(block.get(1).output()).isEqualTo(alone.output());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aGradientComesOutTheSameAloneAndInABlock(Operation operation) {
    float[] first = normals(operation.shape(), 1);
    float[] weights = normals(operation.shape(), 3);

    float[] twice = run(operation, List.of(first, first), weights).getFirst().gradient();
    float[] once = run(operation, List.of(first), weights).getFirst().gradient();

    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i]).isEqualTo(once[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aLargeNormalisationHasMeanZeroAndASoftmaxSumOne(Operation operation) {
    if (!operation.name().contains("norm") && !operation.name().equals("softmax over channels")) {
      return;
    }
    float[] x = normals(operation.shape(), 4);

    float[] y = run(operation, List.of(x), x).getFirst().output();

    double sum = 0;
    double squares = 0;
    for (float value : y) {
      sum += value;
      squares += (double) value * value;
    }
    int channels = operation.shape().size(1);
    boolean isNorm = operation.name().contains("norm");
    assertThat(sum / y.length)
        .isCloseTo(isNorm ? 0 : 1.0 / channels, offset(isNorm ? TOLERANCE : 1e-8));
    if (isNorm) {
      assertThat(squares / y.length).isCloseTo(1, offset(5 * TOLERANCE));
    }
  }

  private record Result(float[] output, float[] gradient) {}

  private static List<Result> run(Operation operation, List<float[]> passes, float[] weights) {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.inputs(operation.shape(), passes);
      x.requireGrad(true);
      Tensor y = operation.function().apply(x);
      float[][] outputs = new float[passes.size()][];
      for (int pass = 0; pass < outputs.length; pass++) {
        outputs[pass] = y.values(pass);
      }
      Array gradient = gradient(y, weights);
      return IntStream.range(0, outputs.length)
          .mapToObj(pass -> new Result(outputs[pass], gradient.copyOf(pass)))
          .toList();
    }
  }

  /// What the last node hands to x.
  private static Array gradient(Tensor y, float[] weights) {
    Array gradOutput = Array.allocate(y.shape(), y.passes());
    for (int pass = 0; pass < y.passes(); pass++) {
      gradOutput.copyFrom(pass, weights);
    }
    return Objects.requireNonNull(Objects.requireNonNull(y.node()).backward(gradOutput)[0]);
  }

  private static Tensor batchNorm(Tensor x) {
    return x.batchNormalize(Statistics.overBatch(x), null, null, null, null, EPSILON);
  }

  private static Tensor layerNorm(Tensor x) {
    return x.layerNormalize(Shape.of(x.shape().size(-1)), null, null, EPSILON);
  }

  private static Tensor groupNorm(Tensor x) {
    return x.groupNormalize(4, null, null, EPSILON);
  }

  private static float[] normals(Shape shape, long seed) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    Generator.seeded(seed).normal(values);
    return values;
  }
}
