package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// One golden case, run again: the same network, state and inputs, the same seed.
final class CaseRun {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode given;
  private final SavedTensors savedTensors;
  private final Map<String, Tensor> state = new LinkedHashMap<>();
  private final List<Module> network;
  private final Map<String, Tensor> drawn = new LinkedHashMap<>();
  private Recorder recorder;

  CaseRun(JsonNode given, SavedTensors savedTensors) {
    this.given = given;
    this.savedTensors = savedTensors;
    given
        .get("state")
        .properties()
        .forEach(entry -> state.put(entry.getKey(), Numbers.tensor(entry.getValue())));
    network =
        Module.all(given.get("network"), "", state, given.get("mode").asText().equals("train"));
  }

  /// The case with this PyTorch's answers in place of the recorded ones.
  ///
  /// @param seed puts the generator where the first pass finds it
  ObjectNode run(Runnable seed) {
    ObjectNode result = ((ObjectNode) given).deepCopy();
    ArrayNode passes = JSON.arrayNode();
    ObjectNode masks = JSON.objectNode();
    given.get("masks").fieldNames().forEachRemaining(masks::putArray);
    boolean isSparse = given.get("passes").get(0).path("output").has("norm");
    state.forEach((key, tensor) -> tensor.set_requires_grad(isTrained(key)));
    seed.run();
    for (JsonNode pass : given.get("passes")) {
      ObjectNode one = passes.addObject();
      if (pass.has("input")) {
        one.set("input", pass.get("input"));
      }
      drawn.clear();
      run(pass, one, new Summary(isSparse));
      masks
          .properties()
          .forEach(
              entry ->
                  ((ArrayNode) entry.getValue()).add(mask(drawn.get(entry.getKey()), isSparse)));
    }
    result.set("passes", passes);
    result.set("masks", masks);
    return result;
  }

  private void run(JsonNode pass, ObjectNode one, Summary summary) {
    Tensor x = Numbers.tensor(pass.has("input") ? pass.get("input") : given.get("input"));
    x.set_requires_grad(given.path("input_requires_grad").asBoolean());
    state.values().forEach(tensor -> tensor.mutable_grad().reset());
    recorder = new Recorder(savedTensors, state, x);
    Tensor y = null;
    savedTensors.listen(true);
    try {
      y = GradModes.call(given.get("grad").asText(), () -> walk(network, x));
    } catch (RuntimeException refused) {
      one.set("error", error(refused, pass.path("error")));
    } finally {
      savedTensors.listen(false);
    }
    if (y != null) {
      one.set("output", summary.described(y));
    }
    ObjectNode buffers = one.putObject("buffers");
    state.forEach((key, tensor) -> addBuffer(buffers, key, tensor, summary));
    if (y != null) {
      if (given.get("grad").asText().equals("grad")) {
        try {
          one.set("gradients", gradients(x, y, summary));
        } catch (RuntimeException refused) {
          one.set("backward_error", error(refused, pass.path("backward_error")));
          one.putObject("gradients");
        }
      }
      one.set("graph", recorder.graph());
    }
  }

  private ObjectNode gradients(Tensor x, Tensor y, Summary summary) {
    ObjectNode gradients = JSON.objectNode();
    JsonNode upstream = given.get("grad_output");
    if (!y.requires_grad() || upstream == null) {
      return gradients;
    }
    Tensor gradOutput =
        upstream.isArray()
            ? Numbers.of(Numbers.floats(upstream), shape(y))
            : Numbers.tensor(upstream);
    y.backward(gradOutput, new BoolOptional(), false, new TensorArrayRefOptional());
    Map<String, Tensor> leaves = new LinkedHashMap<>();
    leaves.put("input", x);
    leaves.putAll(state);
    leaves.forEach(
        (key, leaf) -> {
          if (leaf.grad().defined()) {
            gradients.set(key, summary.brief(leaf.grad()));
          }
        });
    return gradients;
  }

  private Tensor walk(List<Module> layers, Tensor input) {
    Tensor x = input;
    for (Module layer : layers) {
      x = layer.isContainer() ? walk(layer, x) : apply(layer, x);
    }
    return x;
  }

  /// A residual's own sum and activation come last, under its own path.
  private Tensor walk(Module container, Tensor x) {
    if (container.type.equals("Concat")) {
      TensorVector outputs = new TensorVector();
      container.branches.forEach(branch -> outputs.push_back(walk(branch, x)));
      Tensor joined = torch.cat(outputs, container.integer("dim", 0));
      recorder.after(container.path, joined);
      return joined;
    }
    Tensor y = walk(container.body, x);
    if (container.type.equals("Residual")) {
      y = y.add(walk(container.shortcut, x));
      if (container.arguments.path("activation").isTextual()) {
        y = y.relu();
      }
      recorder.after(container.path, y);
    }
    return y;
  }

  private Tensor apply(Module layer, Tensor x) {
    Tensor before = Draws.isRandom(layer) ? Draws.state() : null;
    Tensor given = before == null ? x : x.detach().clone();
    Tensor y = Functions.forward(layer, x);
    recorder.after(layer.path, y);
    if (before != null) {
      savedTensors.listen(false);
      drawn.put(layer.path, Draws.again(layer, given, before));
      savedTensors.listen(true);
    }
    return y;
  }

  private static JsonNode mask(Tensor factors, boolean isSparse) {
    return factors == null
        ? JSON.arrayNode()
        : isSparse ? Numbers.described(Draws.narrow(factors)) : Numbers.flat(factors);
  }

  private boolean isTrained(String key) {
    boolean isParameter = key.endsWith("weight") || key.endsWith("bias");
    boolean isFrozen = false;
    for (JsonNode frozen : given.path("frozen")) {
      isFrozen = isFrozen || frozen.asText().equals(key);
    }
    return isParameter && !isFrozen;
  }

  private static void addBuffer(ObjectNode buffers, String key, Tensor tensor, Summary summary) {
    if (key.endsWith("num_batches_tracked")) {
      buffers.put(key, Numbers.integer(tensor));
    } else if (key.endsWith("running_mean") || key.endsWith("running_var")) {
      buffers.set(key, summary.buffer(tensor));
    }
  }

  /// The text without the trace of PyTorch's own sources. C++ does not tell the kinds of errors
  /// apart as Python does: the kind is the recorded one.
  static ObjectNode error(RuntimeException refused, JsonNode recorded) {
    return JSON.objectNode()
        .put("type", recorded.path("type").asText("RuntimeError"))
        .put("message", refused.getMessage().split("\nException raised from")[0]);
  }

  private static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.size(axis);
    }
    return shape;
  }
}
