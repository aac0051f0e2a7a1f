package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Node;
import org.modescope.autograd.SavedTensor;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.NetworkBuilder;
import org.modescope.nn.Draws;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Nets give the outputs, gradients, buffers, saved tensors and refusals that PyTorch gave.
class GoldenTest {
  /// Float rounding: operations may add in another order.
  private static final double ABSOLUTE = 1e-6;

  private static final double RELATIVE = 1e-5;

  /// A gradient is a sum whose terms may cancel to nearly nothing; what is left of it keeps the
  /// rounding of its terms, which are as large as the largest gradients of the pass.
  private static double gradientAbsolute(JsonNode gradients) {
    double largest = 1;
    for (JsonNode gradient : gradients) {
      for (float value : GoldenCase.floats(gradient)) {
        largest = Math.max(largest, Float.isFinite(value) ? Math.abs(value) : 0);
      }
    }
    return ABSOLUTE * largest;
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.in(
            "linear",
            "batchnorm1d",
            "dropout",
            "relu",
            "simplenet",
            "nets",
            "conv2d",
            "batchnorm2d",
            "norm",
            "dropout-family",
            "activations",
            "pooling",
            "containers",
            "random-nets")
        .filter(golden -> !golden.isOutOfScope());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void netDoesWhatPyTorchDid(GoldenCase golden) {
    Sequential built;
    try {
      built = NetworkBuilder.build(golden.network(), golden.mode(), 0);
    } catch (InvalidValueException | TorchException refusedEarlier) {
      // What PyTorch refuses when it runs, an experiment may refuse before.
      assertThat(golden.json().get("passes").get(0).has("error"))
          .as("%s", refusedEarlier.getMessage())
          .isTrue();
      return;
    }
    try (Sequential net = built) {
      net.load(golden.state());
      golden.frozen().forEach(key -> net.parameters().get(key).requireGrad(false));
      int index = 0;
      for (JsonNode pass : golden.json().get("passes")) {
        checkPass(golden, net, pass, index);
        index++;
      }
    }
  }

  private static void checkPass(GoldenCase golden, Sequential net, JsonNode pass, int index) {
    GradMode mode = golden.gradMode();
    try (Arena _ = Arena.open()) {
      JsonNode given = golden.input(pass);
      Tensor input =
          Tensor.input(GoldenCase.shape(given), GoldenCase.floats(given.get("values")))
              .requireGrad(golden.inputRequiresGrad());
      net.parameters().values().forEach(Tensor::clearGrad);
      Tensor output;
      try {
        output = mode.call(() -> net.apply(input, Passes.of(index, 1, new GoldenDraws(golden))));
      } catch (PassRefusedException refused) {
        assertThat(pass.has("error")).as("PyTorch refused: %s", refused.getMessage()).isTrue();
        assertThat(refused.refusal().torchMessage())
            .isEqualTo(pass.get("error").get("message").asText());
        assertThat(refused.refusal().type().pythonName())
            .isEqualTo(pass.get("error").get("type").asText());
        checkBuffers(net, pass.get("buffers"));
        return;
      }
      assertThat(pass.has("error")).as("PyTorch accepted").isFalse();
      assertThat(output.shape()).isEqualTo(GoldenCase.shape(pass.get("output")));
      assertClose("output", output.values(), GoldenCase.floats(pass.get("output").get("values")));
      checkGraph(output.graph(), pass.get("graph"));
      checkBuffers(net, pass.get("buffers"));
      if (!pass.path("gradients").isEmpty()) {
        output.backward(golden.gradOutput().orElseThrow());
        checkGradients(net, input, pass.get("gradients"));
      }
    }
  }

  /// The factors that PyTorch drew. It gives them at the input's full size, also where one factor
  /// serves a channel.
  private record GoldenDraws(GoldenCase golden) implements Draws {
    @Override
    public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
      float[] full = factor(layer, passes);
      int run = full.length / Math.max(1, (int) shape.elements());
      float[] factor = new float[(int) shape.elements()];
      for (int i = 0; i < factor.length; i++) {
        factor[i] = full[i * run];
      }
      return DropoutMask.of(shape, factor);
    }

    @Override
    public Tensor slopes(String layer, Shape shape, double lower, double upper, Passes passes) {
      return DropoutMask.of(shape, factor(layer, passes));
    }

    private float[] factor(String layer, Passes passes) {
      return GoldenCase.floats(golden.json().get("masks").get(layer).get((int) passes.first()));
    }
  }

  private static void checkGradients(Sequential net, Tensor input, JsonNode expected) {
    Map<String, Tensor> gradients = new TreeMap<>();
    net.parameters()
        .forEach(
            (key, parameter) -> {
              if (parameter.grad() != null) {
                gradients.put(key, parameter.grad());
              }
            });
    if (input.grad() != null) {
      gradients.put("input", input.grad());
    }
    List<String> keys = new ArrayList<>();
    expected.fieldNames().forEachRemaining(keys::add);
    assertThat(gradients.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    gradients.forEach(
        (key, gradient) ->
            assertClose(
                "gradient of " + key,
                gradient.values(),
                GoldenCase.floats(expected.get(key)),
                gradientAbsolute(expected)));
  }

  private static void checkBuffers(Sequential net, JsonNode expected) {
    StateDict state = net.state();
    expected
        .properties()
        .forEach(
            entry -> {
              switch (state.entries().get(entry.getKey())) {
                case StateDict.Counter(long value) ->
                    assertThat(value).as(entry.getKey()).isEqualTo(entry.getValue().asLong());
                case StateDict.Floats floats ->
                    assertClose(
                        entry.getKey(), floats.values(), GoldenCase.floats(entry.getValue()));
              }
            });
  }

  private static void checkGraph(Graph graph, JsonNode expected) {
    assertThat(described(graph)).isEqualTo(described(expected));
    assertThat(graph.packedBytes()).isEqualTo(expected.get("packed_bytes").asLong());
    assertThat(graph.uniqueBytes()).isEqualTo(expected.get("unique_bytes").asLong());
    assertThat(graph.extraBytes()).isEqualTo(expected.get("extra_bytes").asLong());
  }

  /// One line per saved tensor; empty ones, which PyTorch keeps as place holders, are left out.
  private static List<String> described(Graph graph) {
    List<String> lines = new ArrayList<>();
    Map<Object, Integer> storages = new IdentityHashMap<>();
    for (Node node : graph.nodes()) {
      for (SavedTensor saved : node.saved()) {
        if (saved.bytes() == 0) {
          continue;
        }
        int storage = storages.computeIfAbsent(saved.storage(), key -> storages.size());
        lines.add(
            line(
                node.operation(),
                node.layer(),
                saved.name(),
                saved.shape().toString(),
                saved.bytes(),
                storage));
      }
    }
    return lines;
  }

  private static List<String> described(JsonNode graph) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Integer> storages = new TreeMap<>();
    for (JsonNode node : graph.get("nodes")) {
      for (JsonNode saved : node.get("saved")) {
        if (saved.get("bytes").asLong() > 0) {
          int storage =
              storages.computeIfAbsent(saved.get("storage").asInt(), key -> storages.size());
          lines.add(
              line(
                  node.get("op").asText(),
                  node.get("layer").asText(),
                  saved.get("name").asText(),
                  GoldenCase.shape(saved).toString(),
                  saved.get("bytes").asLong(),
                  storage));
        }
      }
    }
    return lines;
  }

  private static String line(
      String operation, String layer, String name, String shape, long bytes, int storage) {
    return "%s of %s keeps %s (%s), %d bytes in storage %d"
        .formatted(operation, layer, name, shape, bytes, storage);
  }

  private static void assertClose(String what, float[] actual, float[] expected) {
    assertClose(what, actual, expected, ABSOLUTE);
  }

  private static void assertClose(String what, float[] actual, float[] expected, double absolute) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (Float.isFinite(expected[i])) {
        double allowed = absolute + RELATIVE * Math.abs(expected[i]);
        assertThat((double) actual[i])
            .as("%s[%d]", what, i)
            .isCloseTo(expected[i], Offset.offset(allowed));
      } else {
        assertThat(Float.valueOf(actual[i]))
            .as("%s[%d]", what, i)
            .isEqualTo(Float.valueOf(expected[i]));
      }
    }
  }
}
