package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.InvalidValueException;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.run.NetworkBuilder;

/// Nets give the outputs, gradients, buffers, saved tensors and refusals that PyTorch gave.
class GoldenTest {
  /// A gradient is a sum whose terms may cancel to nearly nothing; what is left of it keeps the
  /// rounding of its terms, which are as large as the largest gradients of the pass.
  private static double gradientAbsolute(JsonNode gradients) {
    double largest = 1;
    for (JsonNode gradient : gradients) {
      for (float value : GoldenCase.floats(gradient)) {
        largest = Math.max(largest, Float.isFinite(value) ? Math.abs(value) : 0);
      }
    }
    return GoldenNumbers.ABSOLUTE * largest;
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
            "units",
            "in-place",
            "positions",
            "upsampling",
            "volumes",
            "containers",
            "concat",
            "lookup",
            "permuted",
            "random-nets")
        .filter(golden -> !golden.isOutOfScope());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void netDoesWhatPyTorchDid(GoldenCase golden) {
    check(golden);
  }

  static void check(GoldenCase golden) {
    Sequential built;
    try {
      built = NetworkBuilder.build(golden.network(), golden.mode(), 0);
    } catch (InvalidValueException refused) {
      // What PyTorch refuses when it runs, an experiment may refuse before.
      EarlyRefusal.assertSameSubject(
          refused, golden.json().get("passes").get(0).at("/error/message").asText());
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
      GoldenNumbers.assertClose(
          "output", output.values(), GoldenCase.floats(pass.get("output").get("values")));
      GoldenGraph.assertSame(output.graph(), pass.get("graph"));
      checkBuffers(net, pass.get("buffers"));
      if (pass.has("backward_error")) {
        assertThatExceptionOfType(TorchException.class)
            .isThrownBy(() -> output.backward(new float[(int) output.shape().elements()]))
            .withMessage(pass.at("/backward_error/message").asText())
            .matches(e -> e.type().pythonName().equals(pass.at("/backward_error/type").asText()));
      } else if (!pass.path("gradients").isEmpty()) {
        output.backward(golden.gradOutput().orElseThrow());
        checkGradients(net, input, pass.get("gradients"));
      }
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
            GoldenNumbers.assertClose(
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
                    GoldenNumbers.assertClose(
                        entry.getKey(), floats.values(), GoldenCase.floats(entry.getValue()));
              }
            });
  }
}
