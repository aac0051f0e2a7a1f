package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Backward refuses what PyTorch refuses, in PyTorch's words.
class BackwardErrorsTest {
  private final Arena arena = Arena.open();

  @AfterEach
  void closeArena() {
    arena.close();
  }

  @Test
  void secondBackwardIsRefused() throws IOException {
    Tensor output = row(1).linear(weight(1), null);
    output.backward();

    assertRefused(output::backward, "backward-twice");
  }

  @Test
  void backwardOfAResultThatWasNotRecordedIsRefused() throws IOException {
    Tensor output = GradMode.NO_GRAD.call(() -> row(1).linear(weight(1), null));

    assertRefused(output::backward, "backward-of-no-grad");
  }

  @Test
  void backwardUnderInferenceModeIsRefused() throws IOException {
    Tensor output = GradMode.INFERENCE_MODE.call(() -> row(1).linear(weight(1), null));

    assertRefused(output::backward, "backward-of-inference-mode");
  }

  @Test
  void backwardFromSeveralNumbersNeedsToKnowWhatEachCounts() throws IOException {
    Tensor output = row(1).linear(weight(3), null);

    assertRefused(output::backward, "backward-without-gradient");
  }

  @Test
  void inferenceTensorsCannotBeSaved() throws IOException {
    Tensor input = GradMode.INFERENCE_MODE.call(() -> row(2));

    assertRefused(() -> input.linear(weight(3), null), "inference-tensor-saved");
  }

  private static Tensor row(int rows) {
    return Tensor.input(Shape.of(rows, 4), new float[4 * rows]);
  }

  private static Tensor weight(int out) {
    return Tensor.parameter(Shape.of(out, 4), new float[4 * out]);
  }

  private static void assertRefused(Runnable action, String golden) throws IOException {
    for (JsonNode known :
        new ObjectMapper().readTree(new File("src/test/goldens/errors.json")).get("cases")) {
      if (known.get("name").asText().equals(golden)) {
        assertThatExceptionOfType(TorchException.class)
            .isThrownBy(action::run)
            .withMessage(known.get("message").asText());
        return;
      }
    }
    throw new IllegalArgumentException("no golden is called " + golden);
  }
}
