package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Cases that are not recorded but begin with a seed, as a listing does: `manual_seed`, the net's
/// parameters in the order of construction, a batch by `randn`, and then the passes.
final class Seeded {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PASSES = 2;

  private static final String SIMPLENET =
      """
      [{"type": "Linear", "name": "fc1", "in_features": 10, "out_features": 20},
       {"type": "BatchNorm1d", "name": "bn1", "num_features": 20},
       {"type": "Dropout", "name": "dropout", "p": 0.5},
       {"type": "Linear", "name": "fc2", "in_features": 20, "out_features": 1}]\
      """;

  private static final String DROPOUTS =
      """
      [{"type": "Linear", "name": "a", "in_features": 7, "out_features": 24},
       {"type": "RReLU", "name": "slopes"},
       {"type": "AlphaDropout", "name": "alpha", "p": 0.3},
       {"type": "View", "name": "view", "shape": [-1, 6, 4]},
       {"type": "Dropout1d", "name": "channels", "p": 0.5},
       {"type": "Flatten", "name": "flat"},
       {"type": "LayerNorm", "name": "norm", "normalized_shape": [24]},
       {"type": "FunctionalDropout", "name": "always", "p": 0.1},
       {"type": "Linear", "name": "b", "in_features": 24, "out_features": 3, "bias": false}]\
      """;

  private static final String IMAGES =
      """
      [{"type": "Conv2d", "name": "conv1", "in_channels": 1, "out_channels": 4, "kernel_size": 3},
       {"type": "BatchNorm2d", "name": "bn1", "num_features": 4},
       {"type": "ReLU", "name": "relu"},
       {"type": "Dropout2d", "name": "dropout", "p": 0.25},
       {"type": "AdaptiveAvgPool2d", "name": "pool", "output_size": 1},
       {"type": "Flatten", "name": "flat"},
       {"type": "Linear", "name": "fc", "in_features": 4, "out_features": 2}]\
      """;

  private Seeded() {}

  /// Every net in both modes, recorded and not, from several seeds.
  static List<ObjectNode> cases(SavedTensors savedTensors) throws IOException {
    Map<String, String> nets = new LinkedHashMap<>();
    nets.put("simplenet", SIMPLENET);
    nets.put("dropouts", DROPOUTS);
    nets.put("images", IMAGES);
    List<ObjectNode> cases = new ArrayList<>();
    for (Map.Entry<String, String> net : nets.entrySet()) {
      long[] shape =
          switch (net.getKey()) {
            case "simplenet" -> new long[] {32, 10};
            case "dropouts" -> new long[] {5, 7};
            default -> new long[] {3, 1, 8, 8};
          };
      long[] seeds = net.getKey().equals("simplenet") ? new long[] {42, 0} : new long[] {7};
      for (long seed : seeds) {
        for (String cell : List.of("train-grad", "train-no_grad", "eval-grad", "eval-no_grad")) {
          ObjectNode empty = JSON.createObjectNode();
          empty
              .put("name", String.format(Locale.ROOT, "%s-seed-%d-%s", net.getKey(), seed, cell))
              .put("seed", seed);
          empty.set("network", JSON.readTree(net.getValue()));
          empty.put("mode", cell.substring(0, cell.indexOf('-')));
          empty.put("grad", cell.substring(cell.indexOf('-') + 1));
          cases.add(run(empty, shape, savedTensors));
        }
      }
    }
    return cases;
  }

  private static ObjectNode run(ObjectNode json, long[] shape, SavedTensors savedTensors) {
    torch.manual_seed(json.get("seed").asLong());
    json.set("state", FreshState.of(json.get("network")));
    json.set("input", Numbers.described(torch.randn(shape)));
    json.put("input_requires_grad", false);
    json.set("masks", Draws.places(json));
    int outputs = outputs(json.get("network"), shape);
    ArrayNode upstream = json.putArray("grad_output");
    for (int i = 0; i < outputs; i++) {
      upstream.add(1.0);
    }
    ArrayNode passes = json.putArray("passes");
    for (int i = 0; i < PASSES; i++) {
      passes.addObject();
    }
    Tensor drawn = Draws.state();
    return new CaseRun(json, savedTensors)
        .run(() -> torch.getDefaultCPUGenerator().set_state(drawn));
  }

  private static int outputs(JsonNode network, long[] shape) {
    JsonNode last = network.get(network.size() - 1);
    return Math.toIntExact(shape[0]) * last.get("out_features").asInt();
  }
}
