package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Losses give the values, gradients and saved tensors that PyTorch's give.
class LossGoldenTest {
  /// Probabilities less 1, and shares of a batch, are rounded at their own size.
  private static final double GRADIENT_ABSOLUTE = 1e-7;

  /// What PyTorch's losses take and the engine's do not: classes that are ignored, classes of one
  /// row or of positions, probabilities, and their refusals. No experiment can ask for them.
  static boolean isOutOfScope(GoldenCase golden) {
    Shape input = GoldenCase.shape(golden.json().get("input"));
    JsonNode target = golden.json().get("target");
    Shape shape = GoldenCase.shape(target);
    if (!takesClasses(golden.json())) {
      return false;
    }
    boolean givesOneClassPerRow = input.rank() == 2 && shape.rank() == 1 && target.has("dtype");
    boolean isRefusedShape =
        golden.name().startsWith("nll-wrong-") || golden.name().contains("-refuses-");
    return !isRefusedShape && !givesOneClassPerRow || golden.name().endsWith("ignored");
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("losses").filter(golden -> !isOutOfScope(golden));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossIsPyTorchs(GoldenCase golden) {
    check(golden);
  }

  static void check(GoldenCase golden) {
    JsonNode json = golden.json();
    try (Arena _ = Arena.open()) {
      Tensor input =
          Tensor.input(GoldenCase.shape(json.get("input")), GoldenCase.values(json.get("input")))
              .requireGrad(golden.inputRequiresGrad());
      if (json.has("error")) {
        assertThatExceptionOfType(TorchException.class)
            .isThrownBy(() -> loss(input, json))
            .withMessage(json.get("error").get("message").asText())
            .matches(
                refused ->
                    refused.type().pythonName().equals(json.get("error").get("type").asText()));
        return;
      }

      long before = Tensor.recorded();
      Tensor loss = golden.gradMode().call(() -> loss(input, json));

      assertThat(loss.shape()).isEqualTo(Shape.of());
      GoldenNumbers.assertClose("loss", loss.values(), GoldenCase.values(json.get("output")));
      loss.labelGraph(before, "loss");
      GoldenGraph.assertSame(loss.graph(), json.get("graph"));
      if (!json.path("gradients").isEmpty()) {
        loss.backward();
        GoldenNumbers.assertClose(
            "gradient",
            input.grad().values(),
            GoldenCase.floats(json.get("gradients").get("input")),
            GRADIENT_ABSOLUTE);
      }
    }
  }

  private static Tensor loss(Tensor input, JsonNode json) {
    JsonNode target = json.get("target");
    if (!takesClasses(json)) {
      Tensor wanted = Tensor.input(GoldenCase.shape(target), GoldenCase.values(target));
      return switch (json.get("loss").asText()) {
        case "MSELoss" -> input.meanSquaredError(wanted);
        case "L1Loss" -> input.meanAbsoluteError(wanted);
        default -> input.binaryCrossEntropyWithLogits(wanted);
      };
    }
    int[] classes = new int[target.get("values").size()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = target.get("values").get(row).asInt();
    }
    return isOf(json, "NLLLoss")
        ? input.negativeLogLikelihood(classes)
        : input.crossEntropy(classes);
  }

  private static boolean takesClasses(JsonNode json) {
    return isOf(json, "CrossEntropyLoss") || isOf(json, "NLLLoss");
  }

  private static boolean isOf(JsonNode json, String loss) {
    return json.get("loss").asText().equals(loss);
  }
}
