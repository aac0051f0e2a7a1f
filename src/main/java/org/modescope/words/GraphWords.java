package org.modescope.words;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;

/// What is said of an autograd graph wherever one is shown.
///
/// @param text the language
public record GraphWords(Text text) {

  /// Why a pass in this grad mode left no graph.
  public String why(GradMode gradMode) {
    return switch (gradMode) {
      case GRAD -> text.say("graph.why.frozen");
      case NO_GRAD, INFERENCE_MODE -> text.say("graph.why.unrecorded", "gradMode", gradMode.key());
    };
  }

  /// Where a kept tensor comes from or what it is, in two words.
  public String note(AutogradGraph graph, Node node, Saved saved) {
    return switch (saved.kind()) {
      case INPUT -> AutogradGraph.INPUT;
      case REFERENCE -> saved.owner().orElse("");
      case MASK -> text.say("graph.note.noise");
      case STATISTIC -> statistic(node, saved);
      case ACTIVATION -> activation(graph, node, saved);
    };
  }

  private String statistic(Node node, Saved saved) {
    boolean isBatch = node.operation().equals("NativeBatchNormBackward0");
    return switch (saved.name()) {
      case "result1" -> text.say(isBatch ? "graph.note.batch-mean" : "graph.note.mean");
      case "result2" -> text.say(isBatch ? "graph.note.batch-sd" : "graph.note.sd");
      default -> "";
    };
  }

  private String activation(AutogradGraph graph, Node node, Saved saved) {
    if (saved.type().equals("int64")) {
      return text.say("graph.note.places");
    }
    if (saved.name().startsWith("result")) {
      return text.say("graph.note.result");
    }
    return node.next().stream()
        .map(next -> graph.nodes().get(next))
        .filter(Node::isOperation)
        .findFirst()
        .map(source -> text.say("graph.note.from", "layer", source.layer()))
        .orElse("");
  }

  /// A kind and how many of it, as `3 activations`.
  public String kind(SavedKind kind, long count) {
    return switch (kind) {
      case INPUT -> text.say("graph.kind.input", "count", count);
      case ACTIVATION -> text.say("graph.kind.activation", "count", count);
      case MASK -> text.say("graph.kind.mask", "count", count);
      case STATISTIC -> text.say("graph.kind.statistic", "count", count);
      case REFERENCE -> text.say("graph.kind.reference", "count", count);
    };
  }

  /// A column, for who cannot see it.
  public String column(String path, String type, int nodes, long bytes) {
    return text.say(
        "graph.spoken.column",
        "layer",
        path,
        "type",
        type,
        "nodes",
        nodes,
        "bytes",
        text.numbers().bytes(bytes));
  }

  /// A node, for who cannot see it.
  public String node(Node node, Counting counting) {
    long bytes = node.saved().stream().mapToLong(saved -> saved.counted(counting)).sum();
    return text.say(
        "graph.spoken.node",
        "node",
        node.operation(),
        "layer",
        node.layer(),
        "tensors",
        node.saved().size(),
        "bytes",
        text.numbers().bytes(bytes));
  }

  /// A kept tensor and all names under which it is kept, for who cannot see it.
  public String stored(Saved saved, List<String> names) {
    return text.say(
        "graph.spoken.stored",
        "names",
        text.list(names.stream().distinct().toList()),
        "shape",
        saved.shape().toString(),
        "bytes",
        text.numbers().bytes(saved.bytes()));
  }

  /// A tensor that backward gave back, for who cannot see it.
  public String freed(Saved saved) {
    return text.say(
        "graph.spoken.freed", "name", saved.name(), "bytes", text.numbers().bytes(saved.bytes()));
  }

  /// A tensor that lies with another layer, for who cannot see it.
  public String link(Saved saved, String home) {
    return text.say("graph.spoken.link", "name", saved.name(), "layer", home);
  }

  /// What is there anyway, for who cannot see it.
  public String leaf(Leaf leaf, Optional<Long> gradient) {
    String told =
        text.say(
            "graph.spoken.leaf",
            "name",
            leaf.name(),
            "shape",
            leaf.shape().toString(),
            "bytes",
            text.numbers().bytes(leaf.bytes()));
    return gradient
        .map(
            bytes ->
                text.paragraph(
                    told, text.say("graph.spoken.gradient", "bytes", text.numbers().bytes(bytes))))
        .orElse(told);
  }

  /// What a graph comes to, in a sentence.
  public String sum(AutogradGraph graph) {
    long operations = graph.nodes().stream().filter(Node::isOperation).count();
    return text.say(
        "graph.sum",
        "nodes",
        operations,
        "tensors",
        graph.savedCount(),
        "packed",
        text.numbers().bytes(graph.packedBytes()),
        "unique",
        text.numbers().bytes(graph.uniqueBytes()),
        "extra",
        text.numbers().bytes(graph.extraBytes()));
  }
}
