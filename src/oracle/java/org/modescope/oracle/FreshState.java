package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// The state of a net just constructed: `reset_parameters` of every layer, in the order of
/// construction, to the draw and to the double.
final class FreshState {
  private final ObjectNode state = JsonNodeFactory.instance.objectNode();

  private FreshState() {}

  static ObjectNode of(JsonNode network) {
    FreshState fresh = new FreshState();
    fresh.add(network, "");
    return fresh.state;
  }

  private void add(JsonNode layers, String prefix) {
    int index = 0;
    for (JsonNode layer : layers) {
      String key = prefix + layer.path("name").asText(Integer.toString(index)) + ".";
      add(layer, layer.get("type").asText(), key);
      index++;
    }
  }

  private void add(JsonNode layer, String type, String key) {
    switch (type) {
      case "Sequential" -> add(layer.get("layers"), key);
      case "Residual" -> {
        add(layer.get("body"), key);
        add(layer.path("shortcut"), key);
      }
      case "Linear" -> {
        long in = layer.get("in_features").asLong();
        draw(key, layer, in, layer.get("out_features").asLong(), in);
      }
      case "Conv2d" -> addConvolution(layer, key);
      case "BatchNorm1d", "BatchNorm2d", "InstanceNorm1d", "InstanceNorm2d" -> {
        boolean isBatch = type.startsWith("Batch");
        addNorm(layer, key, layer.path("affine").asBoolean(isBatch), "num_features");
        addStatistics(layer, key, layer.path("track_running_stats").asBoolean(isBatch));
      }
      case "GroupNorm" -> addNorm(layer, key, layer.path("affine").asBoolean(true), "num_channels");
      case "LayerNorm" ->
          addNorm(layer, key, layer.path("elementwise_affine").asBoolean(true), "normalized_shape");
      default -> {}
    }
  }

  private void addConvolution(JsonNode layer, String key) {
    JsonNode kernel = layer.get("kernel_size");
    long height = kernel.isArray() ? kernel.get(0).asLong() : kernel.asLong();
    long width = kernel.isArray() ? kernel.get(1).asLong() : kernel.asLong();
    long in = layer.get("in_channels").asLong() / layer.path("groups").asLong(1);
    long out = layer.get("out_channels").asLong();
    draw(key, layer, in * height * width, out, in, height, width);
  }

  private void addNorm(JsonNode layer, String key, boolean learns, String size) {
    JsonNode given = layer.get(size);
    long[] shape = given.isArray() ? Numbers.longs(given) : new long[] {given.asLong()};
    if (learns) {
      state.set(key + "weight", Numbers.described(torch.ones(shape)));
      state.set(key + "bias", Numbers.described(torch.zeros(shape)));
    }
  }

  private void addStatistics(JsonNode layer, String key, boolean tracks) {
    if (tracks) {
      long features = layer.get("num_features").asLong();
      state.set(key + "running_mean", Numbers.described(torch.zeros(features)));
      state.set(key + "running_var", Numbers.described(torch.ones(features)));
      ObjectNode counter = state.putObject(key + "num_batches_tracked");
      counter.putArray("shape");
      counter.put("dtype", "int64").putArray("values").add(0);
    }
  }

  private void draw(String key, JsonNode layer, long fanIn, long... shape) {
    double slope = Math.sqrt(5);
    double deviation = Math.sqrt(2.0 / (1 + slope * slope)) / Math.sqrt(fanIn);
    double bound = Math.sqrt(3.0) * deviation;
    Tensor weight = torch.empty(shape).uniform_(-bound, bound, new GeneratorOptional());
    state.set(key + "weight", Numbers.described(weight));
    if (layer.path("bias").asBoolean(true)) {
      double biasBound = 1 / Math.sqrt(fanIn);
      Tensor bias = torch.empty(shape[0]).uniform_(-biasBound, biasBound, new GeneratorOptional());
      state.set(key + "bias", Numbers.described(bias));
    }
  }
}
