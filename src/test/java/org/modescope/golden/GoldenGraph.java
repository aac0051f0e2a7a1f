package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Node;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.SavedTensor;

/// Compares what a graph keeps with what PyTorch's kept: every saved tensor, in PyTorch's order and
/// under its name, who shares memory with whom, and the three byte counts.
final class GoldenGraph {
  private GoldenGraph() {}

  static void assertSame(Graph graph, JsonNode expected) {
    assertSame(graph, expected, expected.get("nodes"));
  }

  /// @param nodes what is listed, where it stands elsewhere than the counts
  static void assertSame(Graph graph, JsonNode expected, JsonNode nodes) {
    if (expected.has("saved")) {
      ModernGraph.assertSame(graph, expected);
    } else {
      assertThat(described(graph)).isEqualTo(described(nodes));
    }
    assertThat(graph.packedBytes()).isEqualTo(expected.get("packed_bytes").asLong());
    assertThat(graph.uniqueBytes()).isEqualTo(expected.get("unique_bytes").asLong());
    assertThat(graph.extraBytes()).isEqualTo(expected.get("extra_bytes").asLong());
  }

  /// One line per saved tensor; empty ones, which PyTorch keeps as place holders, are left out.
  private static List<String> described(Graph graph) {
    List<String> lines = new ArrayList<>();
    Map<Object, Integer> storages = new IdentityHashMap<>();
    for (Node node : graph.nodes()) {
      for (SavedTensor saved : node.saved()) {
        if (saved.bytes() > 0) {
          int storage = storages.computeIfAbsent(saved.storage(), key -> storages.size());
          boolean isOwned = saved.kind() == SavedKind.INPUT || saved.kind() == SavedKind.REFERENCE;
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%s of %s keeps %s (%s, %s), %d bytes in storage %d%s",
                  node.operation(),
                  node.layer(),
                  saved.name(),
                  saved.shape(),
                  saved.type(),
                  saved.bytes(),
                  storage,
                  isOwned ? ", which has an owner" : ""));
        }
      }
    }
    return lines;
  }

  private static List<String> described(JsonNode nodes) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Integer> storages = new TreeMap<>();
    for (JsonNode node : nodes) {
      for (JsonNode saved : node.get("saved")) {
        if (saved.get("bytes").asLong() > 0) {
          int number = saved.get("storage").asInt();
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%s of %s keeps %s (%s, %s), %d bytes in storage %d%s",
                  node.get("op").asText(),
                  node.get("layer").asText(),
                  saved.get("name").asText(),
                  GoldenCase.shape(saved),
                  saved.get("dtype").asText(),
                  saved.get("bytes").asLong(),
                  storages.computeIfAbsent(number, key -> storages.size()),
                  saved.has("of") ? ", which has an owner" : ""));
        }
      }
    }
    return lines;
  }
}
