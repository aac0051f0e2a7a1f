package org.modescope.files.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;

/// The graph in Graphviz's language: nodes in a cluster for each layer, arrows the way gradients
/// go, saved tensors as boxes, each storage once.
///
/// @param graph what is written
/// @param why why there is no node, where there is none; empty otherwise
public record DotFile(AutogradGraph graph, String why) {

  /// Writes the file.
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes());
  }

  /// What the file holds.
  public byte[] bytes() {
    return content().getBytes(StandardCharsets.UTF_8);
  }

  private String content() {
    StringBuilder dot = new StringBuilder("digraph autograd {\n");
    line(dot, "  rankdir=RL; node [fontname=\"monospace\", fontsize=11];");
    if (!why.isEmpty()) {
      line(dot, "  why [shape=plaintext, label=%s];", quoted(why));
    }
    byLayer().forEach((layer, nodes) -> cluster(dot, layer, nodes));
    leaves(dot);
    storages(dot);
    for (Node node : graph.nodes()) {
      node.next().forEach(next -> line(dot, "  n%d -> n%d;", node.id(), next));
      node.parameter().ifPresent(key -> line(dot, "  n%d -> %s;", node.id(), quoted(key)));
      node.saved()
          .forEach(
              saved ->
                  line(
                      dot,
                      "  n%d -> %s [dir=none, style=%s, label=%s];",
                      node.id(),
                      place(saved),
                      saved.isExtra() ? "solid" : "dashed",
                      quoted(saved.name())));
    }
    return dot.append("}\n").toString();
  }

  private SequencedMap<String, List<Node>> byLayer() {
    return graph.nodes().stream()
        .collect(Collectors.groupingBy(Node::layer, LinkedHashMap::new, Collectors.toList()));
  }

  private static void cluster(StringBuilder dot, String layer, List<Node> nodes) {
    line(dot, "  subgraph %s {", quoted("cluster " + layer));
    line(dot, "    label=%s; color=gray;", quoted(layer));
    nodes.forEach(
        node ->
            line(
                dot,
                "    n%d [shape=%s, label=%s];",
                node.id(),
                node.isOperation() ? "box" : "oval",
                quoted(node.operation())));
    line(dot, "  }");
  }

  private void leaves(StringBuilder dot) {
    for (Leaf leaf : graph.leaves()) {
      line(
          dot,
          "  %s [shape=box, style=dashed, label=%s];",
          quoted(leaf.name()),
          quoted(leaf.name() + "\n" + leaf.shape() + "\n" + leaf.bytes() + " B"));
    }
  }

  private void storages(StringBuilder dot) {
    TreeMap<Integer, Saved> own = new TreeMap<>();
    graph.nodes().stream()
        .flatMap(node -> node.saved().stream())
        .filter(saved -> saved.owner().isEmpty())
        .forEach(saved -> own.merge(saved.storage(), saved, (a, b) -> a.first() ? a : b));
    own.values()
        .forEach(
            saved ->
                line(
                    dot,
                    "  %s [shape=box, style=\"rounded,filled\", fillcolor=%s, label=%s];",
                    place(saved),
                    colour(saved),
                    quoted(
                        saved.kind().name().toLowerCase(Locale.ROOT)
                            + "\n"
                            + saved.shape()
                            + " "
                            + saved.type()
                            + "\n"
                            + saved.bytes()
                            + " B")));
  }

  private static String place(Saved saved) {
    return saved.owner().map(DotFile::quoted).orElse("s" + saved.storage());
  }

  private static String colour(Saved saved) {
    return switch (saved.kind()) {
      case INPUT, REFERENCE -> "white";
      case ACTIVATION -> "\"#56b4e9\"";
      case MASK -> "\"#d55e00\"";
      case STATISTIC -> "\"#009e73\"";
    };
  }

  private static void line(StringBuilder dot, String pattern, Object... values) {
    dot.append(String.format(Locale.ROOT, pattern, values)).append('\n');
  }

  /// A string of Graphviz's language, whatever a layer is called.
  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }
}
