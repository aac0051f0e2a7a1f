package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Node;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.SavedTensor;

/// Compares what a graph keeps with what a modern PyTorch kept, which does not tell which of a
/// layer's nodes keeps what, nor under which name: layer by layer, what lies in one storage.
final class ModernGraph {
  private ModernGraph() {}

  static void assertSame(Graph graph, JsonNode expected) {
    assertThat(storages(graph)).isEqualTo(storages(expected.get("saved")));
    Map<String, List<String>> operations = operations(expected.get("nodes"));
    for (Node node : graph.nodes()) {
      // PyTorch has nodes besides for views of parameters, which are no nodes here.
      assertThat(operations.getOrDefault(node.layer(), List.of()))
          .as("nodes of %s", node.layer())
          .contains(node.operation());
      operations.get(node.layer()).remove(node.operation());
    }
  }

  private static List<String> storages(Graph graph) {
    Map<Object, List<String>> storages = new IdentityHashMap<>();
    for (Node node : graph.nodes()) {
      for (SavedTensor saved : node.saved()) {
        if (saved.bytes() > 0) {
          boolean isOwned = saved.kind() == SavedKind.INPUT || saved.kind() == SavedKind.REFERENCE;
          storages
              .computeIfAbsent(saved.storage(), _ -> new ArrayList<>())
              .add(line(node.layer(), saved.shape(), saved.type(), saved.bytes(), isOwned));
        }
      }
    }
    return sorted(storages.values());
  }

  private static List<String> storages(JsonNode expected) {
    Map<Integer, List<String>> storages = new TreeMap<>();
    for (JsonNode saved : expected) {
      if (saved.get("bytes").asLong() > 0) {
        storages
            .computeIfAbsent(saved.get("storage").asInt(), _ -> new ArrayList<>())
            .add(
                line(
                    saved.get("layer").asText(),
                    GoldenCase.shape(saved),
                    saved.get("dtype").asText(),
                    saved.get("bytes").asLong(),
                    saved.has("of")));
      }
    }
    return sorted(storages.values());
  }

  private static String line(
      String layer, Object shape, String type, long bytes, boolean hasOwner) {
    return String.format(
        Locale.ROOT,
        "%s keeps (%s, %s), %d bytes%s",
        layer,
        shape,
        type,
        bytes,
        hasOwner ? ", which have an owner" : "");
  }

  private static List<String> sorted(Collection<List<String>> storages) {
    return storages.stream()
        .map(lines -> String.join(" and ", lines.stream().sorted().toList()))
        .sorted()
        .toList();
  }

  private static Map<String, List<String>> operations(JsonNode nodes) {
    Map<String, List<String>> operations = new TreeMap<>();
    for (JsonNode node : nodes) {
      operations
          .computeIfAbsent(node.get("layer").asText(), _ -> new ArrayList<>())
          .add(node.get("op").asText());
    }
    return operations;
  }
}
