package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.measure.GraphStudy.Seen;
import org.modescope.nn.Mode;
import org.modescope.ui.control.Trial;
import org.modescope.ui.graph.GraphFace.Reading;
import org.modescope.words.Text;

/// What is said at the bottom, made of what was measured.
///
/// @param text the language
record GraphReadings(Text text) {
  private static final int MOST_NAMED = 3;

  Reading of(Experiment experiment, Seen seen, Moment moment) {
    return switch (moment) {
      case AFTER_FORWARD ->
          seen.graph().isRecorded() ? forward(experiment, seen.graph()) : frozen(experiment);
      case AFTER_BACKWARD -> seen.graph().isRecorded() ? backward(seen) : frozen(experiment);
      case UNRECORDED -> unrecorded(experiment, seen);
    };
  }

  private Reading forward(Experiment experiment, AutogradGraph graph) {
    List<Trial<GraphViewModel>> trials = new ArrayList<>();
    trials.add(
        new Trial<>(
            text.say("graph.try.backward"),
            model -> model.momentProperty().set(Moment.AFTER_BACKWARD)));
    trials.add(otherMode(experiment));
    Shared shared = shared(graph);
    return shared.storages() > 0
        ? new Reading("grad", sharedHeadline(shared), sharedDetail(shared, graph), trials)
        : new Reading("grad", keepersHeadline(graph), keepersDetail(graph), trials);
  }

  private Trial<GraphViewModel> otherMode(Experiment experiment) {
    return experiment.mode() == Mode.TRAIN
        ? new Trial<>(
            text.say("graph.try.eval"), model -> model.tryOut(now -> now.withMode(Mode.EVAL)))
        : new Trial<>(
            text.say("graph.try.train"), model -> model.tryOut(now -> now.withMode(Mode.TRAIN)));
  }

  /// Storages that more than one node keeps.
  ///
  /// @param kept what that would take if each kept its own
  /// @param held what it takes
  private record Shared(int storages, long kept, long held) {}

  private static Shared shared(AutogradGraph graph) {
    Map<Integer, Integer> owners = new HashMap<>();
    Map<Integer, Long> bytes = new HashMap<>();
    saved(graph, Saved::isExtra)
        .forEach(
            saved -> {
              owners.merge(saved.storage(), 1, Integer::sum);
              bytes.merge(saved.storage(), saved.bytes(), Math::max);
            });
    int storages = 0;
    long kept = 0;
    long held = 0;
    for (Map.Entry<Integer, Integer> storage : owners.entrySet()) {
      if (storage.getValue() > 1) {
        storages++;
        long size = bytes.getOrDefault(storage.getKey(), 0L);
        kept += size * storage.getValue();
        held += size;
      }
    }
    return new Shared(storages, kept, held);
  }

  private String sharedHeadline(Shared shared) {
    return text.say("graph.reading.shared", "storages", shared.storages());
  }

  private String sharedDetail(Shared shared, AutogradGraph graph) {
    long rest = graph.extraBytes() - shared.held();
    return text.paragraph(
        text.say(
            "graph.reading.shared.detail",
            "kept",
            text.numbers().bytes(shared.kept()),
            "held",
            text.numbers().bytes(shared.held())),
        rest > 0
            ? text.say(
                "graph.reading.shared.rest",
                "rest",
                text.numbers().bytes(rest),
                "extra",
                text.numbers().bytes(graph.extraBytes()))
            : "");
  }

  private String keepersHeadline(AutogradGraph graph) {
    return text.say("graph.reading.keep", "layers", keepers(graph).size());
  }

  private String keepersDetail(AutogradGraph graph) {
    List<String> parts = new ArrayList<>();
    keepers(graph).entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(
            keeper ->
                parts.add(
                    text.say(
                        "graph.reading.keeper",
                        "layer",
                        text.layer(keeper.getKey()),
                        "what",
                        text.list(keeper.getValue().stream().map(this::kept).toList()))));
    int others = keepers(graph).size() - MOST_NAMED;
    return text.paragraph(
        parts.isEmpty() ? "" : text.say("graph.reading.keepers", "keepers", text.list(parts)),
        others > 0 ? text.say("graph.reading.others", "layers", others) : "",
        text.say("graph.reading.chips"));
  }

  private static Map<String, Set<SavedKind>> keepers(AutogradGraph graph) {
    Map<String, Set<SavedKind>> keepers = new LinkedHashMap<>();
    for (Node node : graph.nodes().reversed()) {
      node.saved().stream()
          .filter(Saved::isExtra)
          .forEach(
              saved ->
                  keepers
                      .computeIfAbsent(node.layer(), _ -> new LinkedHashSet<>())
                      .add(saved.kind()));
    }
    return keepers;
  }

  private String kept(SavedKind kind) {
    return switch (kind) {
      case INPUT -> text.say("graph.reading.kind.input");
      case ACTIVATION -> text.say("graph.reading.kind.activation");
      case MASK -> text.say("graph.reading.kind.mask");
      case STATISTIC -> text.say("graph.reading.kind.statistic");
      case REFERENCE -> text.say("graph.reading.kind.reference");
    };
  }

  private Reading backward(Seen seen) {
    List<Trial<GraphViewModel>> trials =
        List.of(
            new Trial<>(
                text.say("graph.try.unrecorded"),
                model -> model.momentProperty().set(Moment.UNRECORDED)));
    return seen.backward()
        .map(
            backward ->
                new Reading(
                    "grad",
                    text.say(
                        backward.left() == 0 ? "graph.reading.freed" : "graph.reading.freed.not"),
                    text.say(
                        "graph.reading.freed.detail", "gradients", backward.gradients().size()),
                    trials))
        .orElseGet(() -> new Reading("neutral", "", "", trials));
  }

  private Reading frozen(Experiment experiment) {
    return new Reading(
        "neutral",
        text.say("graph.reading.frozen"),
        text.say("graph.reading.frozen.detail"),
        thawed(experiment).equals(experiment)
            ? List.of()
            : List.of(
                new Trial<>(
                    text.say("graph.try.thaw"), model -> model.tryOut(GraphReadings::thawed))));
  }

  private static Experiment thawed(Experiment experiment) {
    return experiment.withNetwork(
        experiment.network().stream().map(GraphReadings::thawed).toList());
  }

  private static LayerSpec thawed(LayerSpec layer) {
    LayerSpec changed = layer.withRequiresGrad(true);
    for (String argument : layer.type().layerArguments()) {
      changed =
          changed.with(
              argument, layer.layers(argument).stream().map(GraphReadings::thawed).toList());
    }
    return changed;
  }

  private Reading unrecorded(Experiment experiment, Seen seen) {
    List<String> drew = seen.unrecorded().drew();
    List<String> moved = seen.unrecorded().moved();
    String detail =
        text.paragraph(
            drew.isEmpty()
                ? ""
                : text.say("graph.reading.drew", "layers", named(drew), "count", drew.size()),
            moved.isEmpty()
                ? ""
                : text.say("graph.reading.moved", "layers", named(moved), "count", moved.size()),
            drew.isEmpty() && moved.isEmpty()
                ? text.say("graph.reading.nothing-moved", "mode", experiment.mode().key())
                : text.say("graph.reading.modes-business", "mode", experiment.mode().key()));
    List<Trial<GraphViewModel>> trials = new ArrayList<>();
    trials.add(
        new Trial<>(
            text.say("graph.try.grad"),
            model -> {
              model.tryOut(now -> now.withGradMode(GradMode.GRAD));
              model.momentProperty().set(Moment.AFTER_FORWARD);
            }));
    trials.add(otherMode(experiment));
    return new Reading("neutral", text.say("graph.reading.unrecorded"), detail, trials);
  }

  private String named(List<String> layers) {
    List<String> names =
        new ArrayList<>(layers.stream().limit(MOST_NAMED).map(text::layer).toList());
    if (layers.size() > MOST_NAMED) {
      names.add(text.say("graph.reading.more", "layers", layers.size() - MOST_NAMED));
    }
    return text.list(names);
  }

  private static List<Saved> saved(AutogradGraph graph, Predicate<Saved> which) {
    return graph.nodes().stream().flatMap(node -> node.saved().stream()).filter(which).toList();
  }
}
