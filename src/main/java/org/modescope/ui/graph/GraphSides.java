package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.SavedKind;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.measure.GraphStudy.Backward;
import org.modescope.measure.GraphStudy.Seen;
import org.modescope.ui.graph.GraphSide.Bar;
import org.modescope.ui.graph.GraphSide.Fact;
import org.modescope.ui.graph.GraphSide.Part;
import org.modescope.ui.graph.GraphSide.Values;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// What stands beside the picture.
///
/// @param text the language
record GraphSides(Text text) {
  private static final int MOST_BARS = 8;

  GraphSide of(Seen seen, Moment moment, Counting counting, Optional<Spot.Target> chosen) {
    return switch (moment) {
      case AFTER_FORWARD ->
          chosen.map(target -> of(seen.graph(), target, counting)).orElseGet(this::none);
      case AFTER_BACKWARD -> backward(seen, chosen);
      case UNRECORDED -> unrecorded(seen);
    };
  }

  private GraphSide none() {
    return GraphSide.of(
        text.say("graph.side.none"), new Part("", text.say("graph.side.none.text"), ""));
  }

  private GraphSide of(AutogradGraph graph, Spot.Target target, Counting counting) {
    return switch (target) {
      case Spot.Stored(int storage) -> stored(graph, storage, counting);
      case Spot.Anyway(String name) -> anyway(graph, name, counting);
      case Spot.Operation(int id) -> operation(graph, graph.nodes().get(id), counting);
      case Spot.Column _ -> none();
    };
  }

  /// A node and what it keeps in a storage.
  private record Owner(Node node, Saved saved) {
    String name() {
      return node.operation() + "." + saved.name();
    }
  }

  private static List<Owner> owners(AutogradGraph graph, int storage) {
    List<Owner> owners = new ArrayList<>();
    for (Node node : graph.nodes().reversed()) {
      for (Saved saved : node.saved()) {
        if (saved.storage() == storage) {
          owners.add(new Owner(node, saved));
        }
      }
    }
    return owners;
  }

  private GraphSide stored(AutogradGraph graph, int storage, Counting counting) {
    List<Owner> owners = owners(graph, storage);
    if (owners.isEmpty()) {
      return none();
    }
    Owner first =
        owners.stream()
            .filter(owner -> owner.saved().first())
            .findFirst()
            .orElse(owners.getFirst());
    Saved saved = first.saved();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("saved-as", first.name()));
    owners.stream()
        .filter(owner -> !owner.equals(first))
        .forEach(owner -> facts.add(fact("also-as", owner.name())));
    facts.add(fact("shape", shape(saved)));
    facts.add(
        fact(
            "counted", text.say(owners.size() > 1 ? "graph.counted.once" : "graph.counted.extra")));
    facts.add(
        fact(
            "also-held",
            saved.also().isEmpty()
                ? text.say("graph.held.nobody")
                : text.say("graph.held.also", "layers", text.list(saved.also()))));
    String note = new GraphWords(text).note(graph, first.node(), saved);
    return new GraphSide(
        title(first.node().layer(), note.isEmpty() ? saved.name() : note),
        text.numbers().bytes(saved.bytes()),
        facts,
        Optional.of(new Values(graph.contents().get(storage), saved.kind())),
        List.of(),
        ways(graph, counting));
  }

  private String shape(Saved saved) {
    return text.say("graph.shape", "shape", saved.shape().toString(), "type", saved.type());
  }

  private GraphSide anyway(AutogradGraph graph, String name, Counting counting) {
    Optional<Leaf> found =
        graph.leaves().stream().filter(leaf -> leaf.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return none();
    }
    Leaf leaf = found.get();
    List<Fact> facts = new ArrayList<>();
    for (Node node : graph.nodes()) {
      node.saved().stream()
          .filter(saved -> saved.owner().filter(name::equals).isPresent())
          .forEach(saved -> facts.add(fact("saved-as", new Owner(node, saved).name())));
    }
    facts.add(
        fact(
            "shape", text.say("graph.shape", "shape", leaf.shape().toString(), "type", "float32")));
    facts.add(fact("counted", text.say("graph.counted.anyway")));
    boolean isInput = name.equals(AutogradGraph.INPUT);
    facts.add(
        fact(
            "held-by",
            text.say(
                isInput
                    ? "graph.held.caller"
                    : leaf.isParameter() ? "graph.held.parameter" : "graph.held.buffer")));
    return new GraphSide(
        isInput ? name : title(leaf.layer(), leaf.shortName()),
        text.numbers().bytes(leaf.bytes()),
        facts,
        Optional.of(new Values(leaf.seen(), isInput ? SavedKind.INPUT : SavedKind.REFERENCE)),
        List.of(),
        ways(graph, counting));
  }

  private GraphSide operation(AutogradGraph graph, Node node, Counting counting) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("layer", node.layer()));
    facts.add(
        fact(
            "next",
            text.list(
                node.next().stream()
                    .map(next -> graph.nodes().get(next))
                    .map(next -> next.parameter().orElse(next.operation()))
                    .toList())));
    node.saved()
        .forEach(
            saved ->
                facts.add(
                    new Fact(
                        saved.name(),
                        text.say(
                            "graph.keeps",
                            "shape",
                            saved.shape().toString(),
                            "bytes",
                            text.numbers().bytes(saved.bytes()),
                            "note",
                            new GraphWords(text).note(graph, node, saved)))));
    long bytes = node.saved().stream().mapToLong(saved -> saved.counted(counting)).sum();
    return new GraphSide(
        node.operation(),
        text.numbers().bytes(bytes),
        facts,
        Optional.empty(),
        List.of(
            new Part(
                "",
                text.say(node.saved().isEmpty() ? "graph.side.node.nothing" : "graph.side.node"),
                "")),
        ways(graph, counting));
  }

  private List<Bar> ways(AutogradGraph graph, Counting counting) {
    List<Bar> bars = new ArrayList<>();
    for (Counting way : Counting.values()) {
      String key = way.name().toLowerCase(Locale.ROOT);
      bars.add(
          new Bar(
              text.say("graph.counting." + key + ".text"),
              text.say("graph.counting." + key + ".aside"),
              text.numbers().bytes(graph.bytes(way)),
              graph.packedBytes() == 0 ? 0 : (double) graph.bytes(way) / graph.packedBytes(),
              way == counting ? "bar-chosen" : "bar-other"));
    }
    return bars;
  }

  private GraphSide backward(Seen seen, Optional<Spot.Target> chosen) {
    List<Part> parts = new ArrayList<>();
    if (chosen.isPresent() && chosen.get() instanceof Spot.Stored(int storage)) {
      owners(seen.graph(), storage).stream()
          .filter(owner -> owner.saved().first())
          .findFirst()
          .ifPresent(
              owner ->
                  parts.add(
                      new Part(
                          "",
                          text.say(
                              "graph.side.was-here",
                              "name",
                              title(owner.node().layer(), owner.saved().name()),
                              "bytes",
                              text.numbers().bytes(owner.saved().bytes())),
                          "")));
    }
    seen.backward().ifPresent(backward -> parts.addAll(after(backward)));
    return GraphSide.of(text.say("graph.side.freed"), parts.toArray(Part[]::new));
  }

  private List<Part> after(Backward backward) {
    return List.of(
        new Part(
            text.say("graph.side.second"),
            text.say("graph.side.second.text"),
            "RuntimeError: " + backward.second()),
        new Part("", text.say("graph.side.retain"), ""),
        new Part(
            text.say("graph.side.left"),
            text.say(
                "graph.side.left.text",
                "gradients",
                backward.gradients().size(),
                "bytes",
                text.numbers().bytes(backward.gradientBytes())),
            ""));
  }

  private GraphSide unrecorded(Seen seen) {
    AutogradGraph graph = seen.graph();
    return new GraphSide(
        text.say("graph.side.none"),
        "",
        List.of(),
        Optional.empty(),
        List.of(
            new Part("", text.say("graph.side.saved-none"), ""),
            new Part(
                text.say("graph.side.with-grad"),
                text.say(
                    "graph.side.with-grad.text", "bytes", text.numbers().bytes(graph.extraBytes())),
                "")),
        byLayer(graph));
  }

  private List<Bar> byLayer(AutogradGraph graph) {
    Map<String, Map<SavedKind, Long>> layers = new LinkedHashMap<>();
    for (Node node : graph.nodes().reversed()) {
      for (Saved saved : node.saved()) {
        long bytes = saved.counted(Counting.EXTRA);
        if (bytes > 0) {
          layers
              .computeIfAbsent(node.layer(), _ -> new EnumMap<>(SavedKind.class))
              .merge(saved.kind(), bytes, Long::sum);
        }
      }
    }
    long most = layers.values().stream().mapToLong(GraphSides::sum).max().orElse(1);
    return layers.entrySet().stream()
        .sorted((a, b) -> Long.compare(sum(b.getValue()), sum(a.getValue())))
        .limit(MOST_BARS)
        .map(
            layer ->
                new Bar(
                    layer.getKey(),
                    "",
                    text.numbers().bytes(sum(layer.getValue())),
                    (double) sum(layer.getValue()) / most,
                    "bar-" + largest(layer.getValue()).name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static long sum(Map<SavedKind, Long> kinds) {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SavedKind largest(Map<SavedKind, Long> kinds) {
    return kinds.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(SavedKind.ACTIVATION);
  }

  private Fact fact(String key, String value) {
    return new Fact(text.say("graph.fact." + key), value);
  }

  private String title(String layer, String what) {
    return text.say("graph.side.title", "layer", layer, "what", what);
  }
}
