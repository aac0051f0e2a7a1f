package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// The refusals of `errors.json` that do not come from Python: whether this PyTorch says the same.
final class Texts {
  private final Map<String, Runnable> refused = new LinkedHashMap<>();

  Texts() {
    refused.put("linear-mismatch-1d", () -> linear(torch.zeros(5), 4, 3));
    refused.put("linear-mismatch-2d", () -> linear(torch.zeros(2, 5), 4, 3));
    refused.put("linear-mismatch-4d", () -> linear(torch.zeros(2, 1, 3, 5), 4, 3));
    refused.put("linear-mismatch-1d-nobias", () -> product(torch.zeros(5), weight(4, 3)));
    refused.put("linear-mismatch-3d-nobias", () -> product(torch.zeros(2, 3, 5), weight(4, 3)));
    refused.put("linear-scalar", () -> linear(torch.ones().clone(), 4, 3));
    refused.put(
        "linear-int64-input", () -> linear(torch.zeros(2, 4).to(torch.ScalarType.Long), 4, 3));
    refused.put(
        "linear-float64-input", () -> linear(torch.zeros(2, 4).to(torch.ScalarType.Double), 4, 3));
    refused.put("dropout-p-nan", () -> torch.dropout(torch.ones(2), Double.NaN, true));
    refused.put("view-impossible", () -> torch.zeros(2, 50).view(-1, 1440));
    refused.put("view-two-unknown", () -> torch.zeros(2, 50).view(-1, -1));
    addBackward();
    addInference();
    addInPlace();
  }

  private void addBackward() {
    refused.put("backward-twice", () -> twice(linear(torch.ones(1, 4), 4, 1).sum()));
    refused.put("backward-twice-through-relu", () -> twice(leaf(3).relu().sum()));
    refused.put(
        "backward-of-no-grad",
        () -> without(() -> linear(torch.ones(1, 4), 4, 1).sum()).backward());
    refused.put(
        "backward-of-inference-mode",
        () -> inference(() -> linear(torch.ones(1, 4), 4, 1).sum()).backward());
    refused.put("backward-without-gradient", () -> linear(torch.ones(3, 4), 4, 2).backward());
  }

  private void addInference() {
    refused.put("inference-tensor-saved", () -> linear(inference(() -> torch.ones(2, 4)), 4, 3));
    refused.put(
        "inference-tensor-saved-by-multiplication",
        () -> leaf(3).mul(inference(() -> torch.ones(3))));
    refused.put("inference-tensor-in-place", () -> add(inference(() -> torch.ones(3))));
  }

  private void addInPlace() {
    refused.put(
        "in-place-relu-result", () -> add(linear(torch.ones(2, 4), 4, 3).relu()).sum().backward());
    refused.put(
        "in-place-hidden-linear-input",
        () -> {
          Tensor hidden = linear(torch.ones(2, 4), 4, 5);
          Tensor y = linear(hidden, 5, 3);
          // From Python a number goes the way of a tensor.
          hidden.mul_(torch.ones(1));
          y.sum().backward();
        });
    refused.put(
        "in-place-weight-after-forward",
        () -> {
          Tensor weight = weight(4, 3);
          Tensor y = torch.linear(leaf(2, 4), weight, new TensorOptional(leaf(3)));
          without(() -> add(weight));
          y.sum().backward();
        });
    refused.put("in-place-leaf", () -> add(leaf(3)));
  }

  /// Compares all, and tells what is said otherwise.
  List<String> compare(JsonNode recorded) {
    List<String> different = new ArrayList<>();
    for (JsonNode one : recorded) {
      Runnable action = refused.remove(one.get("name").asText());
      if (action != null) {
        String text = text(action);
        if (!text.equals(one.get("message").asText())) {
          different.add(
              "%s: %s%n    recorded: %s"
                  .formatted(one.get("name").asText(), text, one.get("message").asText()));
        }
      }
    }
    return different;
  }

  int count() {
    return refused.size();
  }

  /// Python calls the type of a tensor otherwise.
  private static String text(Runnable action) {
    try {
      action.run();
      return "not refused";
    } catch (RuntimeException refusal) {
      return refusal
          .getMessage()
          .split("\nException raised from")[0]
          .replace("CPUFloatType", "torch.FloatTensor");
    }
  }

  private static Tensor linear(Tensor x, long in, long out) {
    return torch.linear(x, weight(in, out), new TensorOptional(leaf(out)));
  }

  private static Tensor product(Tensor x, Tensor weight) {
    return torch.linear(x, weight);
  }

  private static Tensor weight(long in, long out) {
    return torch.ones(out, in).set_requires_grad(true);
  }

  private static Tensor leaf(long... shape) {
    return torch.ones(shape).set_requires_grad(true);
  }

  private static Tensor add(Tensor x) {
    return x.add_(new Scalar(1.0));
  }

  private static void twice(Tensor y) {
    y.backward();
    y.backward(new Tensor(), new BoolOptional(), false, new TensorArrayRefOptional());
  }

  private static Tensor without(Supplier<Tensor> body) {
    return GradModes.call("no_grad", body);
  }

  private static Tensor inference(Supplier<Tensor> body) {
    return GradModes.call("inference_mode", body);
  }
}
