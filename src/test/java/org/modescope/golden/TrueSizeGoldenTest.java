package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Tensor;
import org.modescope.nn.BatchNorm2d;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.run.NetworkBuilder;

/// MyComplexNet and ResNet-18, whole and as a frozen backbone, do at their true size what they do
/// in PyTorch.
class TrueSizeGoldenTest {
  private static JsonNode lastState;
  private static StateDict lastStateRead;

  /// The cases, each with its own network, state and frozen keys instead of “as in” another.
  static Stream<GoldenCase> cases() {
    return complete(GoldenCase.in("mycomplexnet", "resnet18"));
  }

  private static Stream<GoldenCase> complete(Stream<GoldenCase> cases) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    return cases.peek(
        golden -> {
          ObjectNode json = (ObjectNode) golden.json();
          for (String field : new String[] {"network", "state", "frozen"}) {
            JsonNode earlier = json.path(field).path("as_in");
            if (!earlier.isMissingNode()) {
              json.set(field, known.get(earlier.asText()).get(field));
            }
          }
          known.put(json.get("name").asText(), json);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void netDoesAtItsTrueSizeWhatPyTorchDid(GoldenCase golden) {
    check(golden);
  }

  static void check(GoldenCase golden) {
    try (Sequential net = NetworkBuilder.build(golden.network(), golden.mode(), 0)) {
      net.load(state(golden));
      golden.frozen().forEach(key -> net.parameters().get(key).requireGrad(false));
      JsonNode passes = golden.json().get("passes");
      for (int index = 0; index < passes.size(); index++) {
        net.parameters().values().forEach(Tensor::clearGrad);
        try (Arena _ = Arena.open()) {
          checkPass(golden, net, passes.get(index), index);
        }
      }
    }
  }

  @Test
  void resNet18HasTorchvisionsParametersUnderItsNames() {
    GoldenCase golden = resNet18();
    try (Sequential net = NetworkBuilder.build(golden.network(), Mode.TRAIN, 0)) {
      assertThat(net.parameters().values().stream().mapToLong(p -> p.shape().elements()).sum())
          .isEqualTo(11_689_512);
      assertThat(net.state().entries().keySet())
          .containsExactlyElementsOf(state(golden).entries().keySet());
      assertThat(layers(net).filter(BatchNorm2d.class::isInstance)).hasSize(20);
    }
  }

  private static GoldenCase resNet18() {
    return cases()
        .filter(golden -> golden.name().endsWith("/resnet18-train-grad"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Layer> layers(Layer layer) {
    return Stream.concat(
        Stream.of(layer), layer.children().stream().flatMap(TrueSizeGoldenTest::layers));
  }

  /// A state of 47 MB, which many cases share, is worked out once.
  private static StateDict state(GoldenCase golden) {
    JsonNode state = golden.json().get("state");
    if (!state.equals(lastState)) {
      lastStateRead = golden.state();
      lastState = state;
    }
    return lastStateRead;
  }

  private static void checkPass(GoldenCase golden, Sequential net, JsonNode pass, int index) {
    JsonNode given = golden.input(pass);
    Tensor input =
        Tensor.input(GoldenCase.shape(given), GoldenCase.values(given))
            .requireGrad(golden.inputRequiresGrad());
    Passes passes = Passes.of(index, 1, new GoldenDraws(golden));
    try {
      Tensor output = golden.gradMode().call(() -> net.apply(input, passes));
      assertThat(pass.has("error")).as("PyTorch refused").isFalse();
      checkOutput(golden, output, pass);
      if (!pass.path("gradients").isEmpty()) {
        output.backward(golden.gradOutput().orElseThrow());
        checkGradients(net, input, pass.get("gradients"));
      }
    } catch (PassRefusedException refused) {
      JsonNode error = pass.path("error");
      assertThat(refused.refusal().torchMessage()).isEqualTo(error.path("message").asText());
      assertThat(refused.refusal().type().pythonName()).isEqualTo(error.path("type").asText());
    }
    checkBuffers(net.state(), pass.get("buffers"));
  }

  private static void checkOutput(GoldenCase golden, Tensor output, JsonNode pass) {
    assertThat(output.shape()).isEqualTo(GoldenCase.shape(pass.get("output")));
    GoldenSummary.assertClose("output", output.values(), pass.get("output"));
    GoldenGraph.assertSame(
        output.graph(),
        pass.get("graph"),
        golden.json().get("passes").get(0).get("graph").get("nodes"));
  }

  private static void checkBuffers(StateDict state, JsonNode expected) {
    expected
        .properties()
        .forEach(
            entry -> {
              switch (state.entries().get(entry.getKey())) {
                case StateDict.Counter(long value) ->
                    assertThat(value).as(entry.getKey()).isEqualTo(entry.getValue().asLong());
                case StateDict.Floats floats ->
                    GoldenSummary.assertClose(entry.getKey(), floats.values(), entry.getValue());
              }
            });
  }

  private static void checkGradients(Sequential net, Tensor input, JsonNode expected) {
    Map<String, Tensor> leaves = new LinkedHashMap<>(net.parameters());
    leaves.put("input", input);
    leaves.values().removeIf(leaf -> leaf.grad() == null);
    List<String> keys = new ArrayList<>();
    expected.fieldNames().forEachRemaining(keys::add);
    assertThat(leaves.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    for (String key : keys) {
      GoldenSummary.assertClose(
          "gradient of " + key, leaves.get(key).grad().values(), expected.get(key));
    }
  }
}
