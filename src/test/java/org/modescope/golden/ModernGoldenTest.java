package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nets that begin with a seed, `Upsample`, `Concat` and losses do what the newer PyTorch did, in
/// outputs, gradients, buffers, what is kept for backward and what is refused. `./mvnw -Poracle`
/// makes the files, and asks about far more cases.
class ModernGoldenTest {
  static Stream<GoldenCase> cases() {
    return GoldenCase.in(
            "modern/seeded-2.7.1",
            "modern/seeded-2.10.0",
            "modern/upsampling-2.7.1",
            "modern/concat-2.7.1")
        .filter(golden -> !golden.isOutOfScope());
  }

  static Stream<GoldenCase> losses() {
    return GoldenCase.in("modern/losses-2.7.1")
        .filter(golden -> !LossGoldenTest.isOutOfScope(golden) && !isStretched(golden));
  }

  /// The newer PyTorch was asked below its Python part, which is what stretches output and target
  /// before `mse_loss` sees them.
  private static boolean isStretched(GoldenCase golden) {
    JsonNode json = golden.json();
    return "MSELoss".equals(json.get("loss").asText())
        && !json.has("error")
        && !GoldenCase.shape(json.get("input")).equals(GoldenCase.shape(json.get("target")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void netDoesWhatTheNewerPyTorchDid(GoldenCase golden) {
    GoldenTest.check(golden);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void lossIsTheNewerPyTorchs(GoldenCase golden) {
    LossGoldenTest.check(golden);
  }

  @Test
  void simpleNetFromSeed42KeepsTheBytesOfTheListing() {
    assertThat(extraBytes("simplenet-seed-42-train-grad")).isEqualTo(7840);
    assertThat(extraBytes("simplenet-seed-42-eval-grad")).isEqualTo(5120);
    assertThat(extraBytes("simplenet-seed-42-train-no_grad")).isZero();
  }

  private static long extraBytes(String name) {
    GoldenCase golden = cases().filter(one -> one.name().endsWith(name)).findFirst().orElseThrow();
    return golden.json().get("passes").get(0).get("graph").get("extra_bytes").asLong();
  }
}
