package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// One case of `losses.json`, run again.
final class LossRun {
  private final JsonNode given;
  private final SavedTensors savedTensors;

  LossRun(JsonNode given, SavedTensors savedTensors) {
    this.given = given;
    this.savedTensors = savedTensors;
  }

  ObjectNode run() {
    ObjectNode result = given.deepCopy();
    result.remove(List.of("output", "graph", "gradients", "error"));
    Tensor input = Numbers.tensor(given.get("input"));
    input.set_requires_grad(given.path("input_requires_grad").asBoolean());
    Tensor target = Numbers.tensor(given.get("target"));
    Recorder recorder = new Recorder(savedTensors, Map.of("target", target), input);
    savedTensors.listen(true);
    Tensor loss;
    try {
      loss = GradModes.call(given.get("grad").asText(), () -> loss(input, target));
    } catch (RuntimeException refused) {
      result.set("error", CaseRun.error(refused, given.path("error")));
      return result;
    } finally {
      savedTensors.listen(false);
    }
    recorder.after("loss", loss);
    result.set("output", Numbers.described(loss));
    result.set("graph", recorder.graph());
    ObjectNode gradients = result.putObject("gradients");
    if (loss.requires_grad()) {
      try {
        loss.backward();
        gradients.set("input", Numbers.flat(input.grad()));
      } catch (RuntimeException refused) {
        result.set("backward_error", CaseRun.error(refused, given.path("backward_error")));
      }
    }
    return result;
  }

  private Tensor loss(Tensor input, Tensor target) {
    return switch (given.get("loss").asText()) {
      case "MSELoss" -> torch.mse_loss(input, target);
      case "L1Loss" -> torch.l1_loss(input, target);
      case "BCEWithLogitsLoss" -> {
        checkSameSize();
        yield torch.binary_cross_entropy_with_logits(input, target);
      }
      case "NLLLoss" -> torch.nll_loss_nd(input, target);
      case "CrossEntropyLoss" -> torch.cross_entropy_loss(input, target);
      case String other -> throw new IllegalArgumentException("no loss " + other);
    };
  }

  /// What `torch.nn.functional` looks at in Python, before anything of C++ is asked.
  private void checkSameSize() {
    String input = size("input");
    String target = size("target");
    if (!input.equals(target)) {
      throw new IllegalArgumentException(
          "Target size (%s) must be the same as input size (%s)".formatted(target, input));
    }
  }

  private String size(String tensor) {
    return "torch.Size(" + given.get(tensor).get("shape").toString().replace(",", ", ") + ")";
  }
}
