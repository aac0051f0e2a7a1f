package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.InvalidValueException;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

/// Odd arguments that PyTorch refuses are refused here: by the experiment, in its own words and
/// before anything is built, or by the layer, in PyTorch's.
class ConstructionErrorsTest {
  /// AvgPool2d's divisor_override, which no experiment can name; and a list of one size, which an
  /// experiment takes for both, as PyTorch's pooling does and its other layers do not.
  private static final Set<String> OUT_OF_SCOPE =
      Set.of("152-avgpool2d", "017-conv2d", "157-adaptiveavgpool2d");

  /// Arguments that PyTorch lets through and an experiment does not: no output at all, no features,
  /// a negative ε, a slope or bound that is not finite, and an empty list for a default.
  private static final Set<String> STRICTER =
      Set.of(
          "003-linear",
          "040-batchnorm1d",
          "046-batchnorm2d",
          "050-instancenorm1d",
          "051-instancenorm1d",
          "052-instancenorm1d",
          "056-instancenorm2d",
          "057-instancenorm2d",
          "058-instancenorm2d",
          "102-rrelu",
          "103-leakyrelu",
          "122-maxpool2d",
          "139-avgpool2d");

  /// Refused by both, of different subjects: PyTorch stumbles over what the argument led to, or two
  /// arguments are odd and the experiment looks at the other one first.
  private static final Set<String> OTHER_SUBJECT =
      Set.of("002-linear", "004-linear", "035-conv2d", "036-conv2d", "068-groupnorm", "101-rrelu");

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("errors2")
        .filter(golden -> golden.json().has("network"))
        .filter(golden -> !OUT_OF_SCOPE.contains(golden.json().get("name").asText()));
  }

  /// What became of a layer and one pass through it.
  private sealed interface Outcome {}

  private record Allowed() implements Outcome {}

  private record RefusedByExperiment(InvalidValueException refused) implements Outcome {}

  private record RefusedByLayer(String type, String message) implements Outcome {}

  @ParameterizedTest
  @MethodSource("cases")
  void oddArgumentsAreRefusedWherePyTorchRefusesThem(GoldenCase golden) {
    String name = golden.json().get("name").asText();

    Outcome outcome = attempt(golden);

    if (STRICTER.contains(name) || OTHER_SUBJECT.contains(name)) {
      assertThat(outcome).isInstanceOf(RefusedByExperiment.class);
    } else if (golden.json().get("when").isNull()) {
      assertThat(outcome).isEqualTo(new Allowed());
    } else {
      assertRefused(
          outcome, golden.json().get("type").asText(), golden.json().get("message").asText());
    }
  }

  private static void assertRefused(Outcome outcome, String type, String message) {
    switch (outcome) {
      case Allowed _ -> fail("PyTorch refuses: %s", message);
      case RefusedByExperiment(InvalidValueException refused) ->
          EarlyRefusal.assertSameSubject(refused, message);
      case RefusedByLayer byLayer ->
          assertThat(byLayer).isEqualTo(new RefusedByLayer(type, message));
    }
  }

  private static Outcome attempt(GoldenCase golden) {
    try (Arena _ = Arena.open();
        Sequential net = NetworkBuilder.build(golden.network(), Mode.TRAIN, 0)) {
      net.apply(ones(golden), Passes.of(0, 1, Draws.seeded(0)));
      return new Allowed();
    } catch (InvalidValueException early) {
      return new RefusedByExperiment(early);
    } catch (PassRefusedException refused) {
      return refusedByLayer(refused.refusal());
    }
  }

  private static Outcome refusedByLayer(TorchException refusal) {
    return new RefusedByLayer(refusal.type().pythonName(), refusal.torchMessage());
  }

  private static Tensor ones(GoldenCase golden) {
    JsonNode sizes = golden.json().get("input_shape");
    int[] shape = new int[sizes.size()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = sizes.get(axis).asInt();
    }
    float[] ones = new float[(int) Shape.of(shape).elements()];
    Arrays.fill(ones, 1);
    return Tensor.input(Shape.of(shape), ones);
  }
}
