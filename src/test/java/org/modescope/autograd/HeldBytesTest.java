package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

/// What ND4J has allocated is what graphs keep: extra bytes, to the byte, and nothing once they are
/// gone.
class HeldBytesTest {
  private static final Shape IMAGES = Shape.of(2, 4, 6, 6);
  private static final Shape VOLUMES = Shape.of(2, 4, 2, 3, 6);
  private static final Shape RUNS = Shape.of(2, 4, 6);

  @ParameterizedTest
  @EnumSource
  void graphHoldsItsExtraBytesInTrainMode(LayerType type) {
    assertHoldsExtraBytes(type, Mode.TRAIN);
  }

  @ParameterizedTest
  @EnumSource
  void graphHoldsItsExtraBytesInEvalMode(LayerType type) {
    assertHoldsExtraBytes(type, Mode.EVAL);
  }

  @ParameterizedTest
  @EnumSource
  void backwardGivesEverythingBack(LayerType type) {
    try (Sequential net = surrounded(type, Mode.TRAIN);
        Tensor input = input(type)) {
      long before = NativeBackend.allocatedBytes();
      Tensor output = forward(net, input, 0);

      output.backward(ones(output.shape()));

      net.parameters().values().forEach(Tensor::clearGrad);
      input.clearGrad();
      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(output.bytes());
      output.close();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsHeldWhereNothingIsRecorded(LayerType type) {
    try (Sequential net = surrounded(type, Mode.TRAIN);
        Tensor input = input(type)) {
      long before = NativeBackend.allocatedBytes();

      Tensor output = GradMode.NO_GRAD.call(() -> forward(net, input, 0));

      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(output.bytes());
      output.close();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  /// An element that ND4J allocates for an empty tensor is not counted by PyTorch.
  @Test
  void graphOfNoRowsHoldsAnElementPerEmptyTensor() {
    try (Sequential net = net(Mode.TRAIN, layer(LayerType.RELU, Map.of()));
        Tensor input = Tensor.input(Shape.of(0, 3), new float[0]).requireGrad(true)) {
      long before = NativeBackend.allocatedBytes();
      Tensor output = forward(net, input, 0);
      output.releaseValue();

      assertThat(output.graph().extraBytes()).isZero();
      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(Float.BYTES);
      output.close();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  @Test
  void keepingFiveOutputsKeepsFiveGraphs() {
    try (Sequential net = simpleNet();
        Tensor input = rows()) {
      long before = NativeBackend.allocatedBytes();
      List<Tensor> outputs = new ArrayList<>();
      for (int pass = 0; pass < 5; pass++) {
        outputs.add(forward(net, input, pass));
        long oneGraph = outputs.getFirst().graph().extraBytes();
        long oneOutput = outputs.getFirst().bytes();

        assertThat(oneGraph).isPositive();
        assertThat(NativeBackend.allocatedBytes() - before)
            .isEqualTo((pass + 1) * (oneGraph + oneOutput));
      }

      outputs.forEach(Tensor::close);
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  /// “total_loss += loss” keeps every step's graph; backward through the sum frees them all.
  @Test
  void addingUpLossesKeepsEveryGraph() {
    try (Sequential net = simpleNet();
        Tensor input = rows();
        Tensor target = Tensor.input(Shape.of(8, 1), new float[8])) {
      long before = NativeBackend.allocatedBytes();
      Tensor total = loss(net, input, target, 0);
      long oneGraph = total.graph().extraBytes();
      for (int pass = 1; pass < 6; pass++) {
        total = sum(total, loss(net, input, target, pass));

        assertThat(total.graph().extraBytes()).isEqualTo((pass + 1) * oneGraph);
        assertThat(NativeBackend.allocatedBytes() - before)
            .isEqualTo((pass + 1) * oneGraph + Float.BYTES);
      }

      total.backward();

      net.parameters().values().forEach(Tensor::clearGrad);
      total.close();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  @Test
  void addingUpTheNumbersOfLossesKeepsNoGraph() {
    try (Sequential net = simpleNet();
        Tensor input = rows();
        Tensor target = Tensor.input(Shape.of(8, 1), new float[8])) {
      long before = NativeBackend.allocatedBytes();
      double total = 0;
      for (int pass = 0; pass < 6; pass++) {
        try (Tensor loss = loss(net, input, target, pass)) {
          total += loss.values()[0];
        }
      }

      assertThat(total).isPositive();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  @Test
  void refusedPassLeavesNothingBehind() {
    try (Sequential net = simpleNet();
        Tensor oneRow = Tensor.input(Shape.of(1, 10), new float[10]).requireGrad(true)) {
      long before = NativeBackend.allocatedBytes();

      assertThatExceptionOfType(PassRefusedException.class)
          .isThrownBy(() -> forward(net, oneRow, 0));

      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  private static void assertHoldsExtraBytes(LayerType type, Mode mode) {
    try (Sequential net = surrounded(type, mode);
        Tensor input = input(type)) {
      long before = NativeBackend.allocatedBytes();
      Tensor output = forward(net, input, 0);
      long extra = output.graph().extraBytes();

      assertThat(extra).isPositive();
      assertThat(NativeBackend.allocatedBytes() - before).isBetween(extra, extra + output.bytes());
      output.releaseValue();
      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(extra);
      output.close();
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  /// One pass; of all that it made only its output is kept, and what its graph keeps.
  private static Tensor forward(Sequential net, Tensor input, int pass) {
    try (Arena arena = Arena.open()) {
      return arena.keep(net.apply(input, Passes.of(pass, 1, Draws.seeded(1))));
    }
  }

  private static Tensor loss(Sequential net, Tensor input, Tensor target, int pass) {
    try (Arena arena = Arena.open()) {
      Tensor output = net.apply(input, Passes.of(pass, 1, Draws.seeded(1)));
      return arena.keep(output.meanSquaredError(target));
    }
  }

  private static Tensor sum(Tensor total, Tensor loss) {
    try (total;
        loss) {
      return total.add(loss);
    }
  }

  /// A layer between two that keep their inputs, so that both what it takes and what it gives are
  /// values computed on the way.
  private static Sequential surrounded(LayerType type, Mode mode) {
    return net(
        mode,
        LayerSpec.of(LayerType.SILU, "before", Map.of()),
        layer(type, arguments(type)),
        LayerSpec.of(LayerType.SILU, "after", Map.of()));
  }

  private static Sequential simpleNet() {
    return net(
        Mode.TRAIN,
        LayerSpec.of(LayerType.LINEAR, "fc1", Map.of("in_features", 10, "out_features", 20)),
        layer(LayerType.BATCH_NORM_1D, Map.of("num_features", 20)),
        layer(LayerType.DROPOUT, Map.of()),
        LayerSpec.of(LayerType.LINEAR, "fc2", Map.of("in_features", 20, "out_features", 1)));
  }

  private static Tensor rows() {
    return Tensor.input(Shape.of(8, 10), ones(Shape.of(8, 10)));
  }

  private static Tensor input(LayerType type) {
    Shape shape = type == LayerType.BATCH_NORM_3D ? VOLUMES : takesRuns(type) ? RUNS : IMAGES;
    return Tensor.input(shape, ones(shape)).requireGrad(true);
  }

  private static boolean takesRuns(LayerType type) {
    return type == LayerType.CONV_1D
        || type == LayerType.MAX_POOL_1D
        || type == LayerType.AVG_POOL_1D
        || type == LayerType.ADAPTIVE_AVG_POOL_1D
        || type == LayerType.BATCH_NORM_1D
        || type == LayerType.INSTANCE_NORM_1D
        || type == LayerType.DROPOUT_1D;
  }

  private static Map<String, Object> arguments(LayerType type) {
    return switch (type) {
      case LINEAR -> Map.of("in_features", 6, "out_features", 3);
      case CONV_2D ->
          Map.of("in_channels", 4, "out_channels", 2, "kernel_size", 2, "padding", "same");
      case CONV_TRANSPOSE_2D -> Map.of("in_channels", 4, "out_channels", 2, "kernel_size", 2);
      case UPSAMPLE -> Map.of("scale_factor", 2.0);
      case CONV_1D ->
          Map.of("in_channels", 4, "out_channels", 2, "kernel_size", 2, "padding", "same");
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D -> Map.of("num_features", 4);
      case LAYER_NORM -> Map.of("normalized_shape", 6);
      case GROUP_NORM -> Map.of("num_groups", 2, "num_channels", 4);
      case INSTANCE_NORM_1D, INSTANCE_NORM_2D ->
          Map.of("num_features", 4, "affine", true, "track_running_stats", true);
      case MAX_POOL_1D, AVG_POOL_1D, MAX_POOL_2D, AVG_POOL_2D -> Map.of("kernel_size", 2);
      case ADAPTIVE_AVG_POOL_1D, ADAPTIVE_AVG_POOL_2D, ADAPTIVE_MAX_POOL_2D ->
          Map.of("output_size", 2);
      case VIEW -> Map.of("shape", List.of(2, -1));
      case PERMUTE -> Map.of("dims", List.of(0, 2, 3, 1));
      case EMBEDDING -> Map.of("num_embeddings", 3, "embedding_dim", 2);
      case SEQUENTIAL -> Map.of("layers", List.of(layer(LayerType.TANH, Map.of())));
      case CONCAT ->
          LayerSpec.concat(
                  "Concat", List.of(List.of(), List.of(layer(LayerType.TANH, Map.of()))), 1)
              .arguments();
      case RESIDUAL ->
          Map.of(
              "body",
              List.of(layer(LayerType.TANH, Map.of())),
              "shortcut",
              List.of(layer(LayerType.SIGMOID, Map.of())),
              "activation",
              "ReLU");
      case DROPOUT,
          DROPOUT_1D,
          DROPOUT_2D,
          DROPOUT_3D,
          ALPHA_DROPOUT,
          FEATURE_ALPHA_DROPOUT,
          FUNCTIONAL_DROPOUT,
          RELU,
          RELU_6,
          LEAKY_RELU,
          PRELU,
          ELU,
          SELU,
          HARDSWISH,
          SOFTPLUS,
          RRELU,
          GELU,
          SILU,
          SIGMOID,
          TANH,
          SOFTMAX,
          LOG_SOFTMAX,
          FLATTEN,
          IDENTITY ->
          Map.of();
    };
  }

  private static LayerSpec layer(LayerType type, Map<String, Object> arguments) {
    return LayerSpec.of(type, type.torchName(), arguments);
  }

  private static Sequential net(Mode mode, LayerSpec... layers) {
    return NetworkBuilder.build(List.of(layers), mode, 1);
  }

  private static float[] ones(Shape shape) {
    float[] ones = new float[(int) shape.elements()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
