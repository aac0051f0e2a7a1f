package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.words.Change.Passes;
import org.modescope.words.Change.Rows;
import org.modescope.words.Change.SetArgument;
import org.modescope.words.Change.SetLayerMode;
import org.modescope.words.Change.SwitchGradMode;
import org.modescope.words.Change.SwitchMode;
import org.modescope.words.StatisticsFinding.CounterAlone;

/// What to try next, from what was found: first what this net is about, then the switches that it
/// has something to show of.
final class Suggestions {
  private static final int MOST = 3;
  private static final int A_FEW_PASSES = 10;
  private static final double USUAL_P = 0.5;
  private static final double USUAL_MOMENTUM = 0.1;

  private final Observation seen;
  private final Experiment experiment;
  private final Set<FindingId> found;
  private final List<Finding> findings;
  private final Text text;
  private final List<Suggestion> suggestions = new ArrayList<>();

  private Suggestions(Observation seen, List<Finding> findings, Text text) {
    this.seen = seen;
    this.experiment = seen.experiment();
    this.findings = findings;
    this.found = findings.stream().map(Finding::id).collect(Collectors.toSet());
    this.text = text;
  }

  static List<Suggestion> of(Observation seen, List<Finding> findings, Text text) {
    Suggestions suggestions = new Suggestions(seen, findings, text);
    suggestions.aboutThisNet();
    if (seen.experiment().mode() == Mode.TRAIN) {
      suggestions.fromTrain();
    } else {
      suggestions.fromEval();
    }
    return suggestions.suggestions.stream().limit(MOST).toList();
  }

  private void aboutThisNet() {
    if (seen.output().map(OutputVariance::passes).filter(passes -> passes == 1).isPresent()) {
      add(new Passes(A_FEW_PASSES), "more-passes", "passes", A_FEW_PASSES);
    }
    if (found.contains(FindingId.TWO_ROWS) && rows() == 2) {
      add(new Rows(3), "three-rows");
    }
    layerOf(FindingId.P_ONE)
        .ifPresent(layer -> addFor(new SetArgument(layer, "p", USUAL_P), "half", layer));
    findings.stream()
        .filter(each -> each instanceof CounterAlone alone && alone.isMomentumZero())
        .map(Finding::layer)
        .findFirst()
        .ifPresent(
            layer ->
                addFor(
                    new SetArgument(layer, "momentum", USUAL_MOMENTUM), "usual-momentum", layer));
    layerOf(FindingId.BATCH_STATISTICS_IN_EVAL)
        .ifPresent(
            layer -> addFor(new SetArgument(layer, "track_running_stats", true), "track", layer));
    ownMode()
        .ifPresent(layer -> addFor(new SetLayerMode(layer, Optional.empty()), "follow", layer));
  }

  private void fromTrain() {
    add(new SwitchMode(Mode.EVAL), toEval());
    if (experiment.gradMode() != GradMode.GRAD) {
      add(new SwitchGradMode(GradMode.GRAD), "to-grad");
    } else if (found.contains(FindingId.RUNNING_STATS_MOVED)) {
      add(new SwitchGradMode(GradMode.NO_GRAD), "to-no-grad.drift");
    } else if (found.contains(FindingId.OUTPUTS_VARY)) {
      add(new SwitchGradMode(GradMode.NO_GRAD), "to-no-grad.answers");
    } else if (seen.memory().filter(GraphMemory::recorded).isPresent()) {
      add(new SwitchGradMode(GradMode.NO_GRAD), "to-no-grad.graph");
    }
  }

  /// What there is to look for in eval mode.
  private String toEval() {
    if (found.contains(FindingId.FROZEN_STATS_MOVE)) {
      return "to-eval.frozen";
    }
    if (found.contains(FindingId.VARIANCE_SHIFT)) {
      return "to-eval.shift";
    }
    return found.contains(FindingId.OUTPUTS_VARY) ? "to-eval.varies" : "to-eval.same";
  }

  private void fromEval() {
    if (found.contains(FindingId.RUNNING_STATS_USED)) {
      add(new SwitchMode(Mode.TRAIN), "to-train.statistics");
    } else if (found.contains(FindingId.DROPOUT_ASLEEP)) {
      add(new SwitchMode(Mode.TRAIN), "to-train.answers");
    }
    if (experiment.gradMode() != GradMode.GRAD) {
      add(new SwitchGradMode(GradMode.GRAD), "to-grad");
    } else if (found.contains(FindingId.GRAPH_IN_EVAL)) {
      add(new SwitchGradMode(GradMode.NO_GRAD), "to-no-grad.graph");
    }
    if (rows() > 1 && hasBatchNorm()) {
      add(new Rows(1), "one-row", "rows", rows());
    }
  }

  private void addFor(Change change, String question, String layer) {
    add(change, question, "layer", text.layer(layer));
  }

  /// Adds what can be done and changes something.
  private void add(Change change, String question, Object... values) {
    try {
      if (!change.apply(experiment).equals(experiment)) {
        suggestions.add(new Suggestion(change, text.say("reading.try." + question, values)));
      }
    } catch (InvalidValueException _) {
      // Such as more rows than a table has: that is no suggestion.
    }
  }

  private Optional<String> layerOf(FindingId id) {
    return findings.stream().filter(each -> each.id() == id).map(Finding::layer).findFirst();
  }

  /// The only layer that draws although the net is in eval mode, where its own mode is why.
  private Optional<String> ownMode() {
    List<PlacedLayer> others =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> layer.mode() != experiment.mode())
            .toList();
    return found.contains(FindingId.MIXED_MODES) && others.size() == 1
        ? Optional.of(others.getFirst().path())
        : Optional.empty();
  }

  private boolean hasBatchNorm() {
    return PlacedLayer.of(experiment).stream()
        .anyMatch(layer -> LayerFamily.of(layer.spec().type()) == LayerFamily.NORMALISATION);
  }

  private int rows() {
    return experiment.input().shape().rank() == 0 ? 1 : experiment.input().shape().size(0);
  }
}
