package org.modescope.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Edge;
import org.bytedeco.pytorch.EdgeVector;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.Tensor;

/// What one pass left in the graph: the nodes of each layer, and the tensors that they saved.
final class Recorder {
  private final SavedTensors savedTensors;
  private final Map<Long, String> owners = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private final List<Node> held = new ArrayList<>();
  private final ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode saved = JsonNodeFactory.instance.arrayNode();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Long, Long> sizes = new LinkedHashMap<>();
  private long packedBytes;
  private int read;
  private int storages;

  Recorder(SavedTensors savedTensors, Map<String, Tensor> state, Tensor input) {
    this.savedTensors = savedTensors;
    state.forEach((key, tensor) -> owners.put(Numbers.storage(tensor), key));
    owners.put(Numbers.storage(input), "input");
    savedTensors.forget();
  }

  /// Takes down what has come since the last call, as the layer's.
  void after(String layer, Tensor result) {
    visit(result.grad_fn(), layer);
    List<Tensor> heard = savedTensors.heard();
    for (; read < heard.size(); read++) {
      save(heard.get(read), layer);
    }
  }

  ObjectNode graph() {
    ObjectNode graph = JsonNodeFactory.instance.objectNode();
    graph.put("packed_bytes", packedBytes);
    graph.put("unique_bytes", sizes.values().stream().mapToLong(Long::longValue).sum());
    graph.put(
        "extra_bytes",
        sizes.entrySet().stream()
            .filter(size -> !owners.containsKey(size.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum());
    graph.set("nodes", nodes);
    graph.set("saved", saved);
    return graph;
  }

  private void visit(Node node, String layer) {
    if (node == null || node.isNull() || seen.contains(node.address())) {
      return;
    }
    String name = name(node);
    if (name.contains("AccumulateGrad")) {
      return;
    }
    seen.add(node.address());
    held.add(node);
    EdgeVector edges = node.next_edges();
    for (long i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      if (edge.is_valid()) {
        visit(edge.function(), layer);
      }
    }
    nodes.addObject().put("op", name).put("layer", layer);
  }

  private static String name(Node node) {
    String name = node.name().getString();
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private void save(Tensor tensor, String layer) {
    long bytes = tensor.nbytes();
    ObjectNode entry = saved.addObject().put("layer", layer);
    entry.set("shape", Numbers.shape(tensor));
    entry.put("dtype", Numbers.type(tensor)).put("bytes", bytes);
    long storage = Numbers.storage(tensor);
    if (bytes == 0) {
      entry.put("storage", storages++);
      return;
    }
    packedBytes += bytes;
    entry.put("storage", numbers.computeIfAbsent(storage, _ -> storages++));
    sizes.put(storage, tensor.storage().nbytes());
    if (owners.containsKey(storage)) {
      entry.put("of", owners.get(storage));
    }
  }
}
