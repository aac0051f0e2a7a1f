package org.modescope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Training;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.Score;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// Measures, on copies in eval mode, what a net makes of the task that its frozen layers were
/// trained for: with the layers that learn taken from the old state, and all else as it is.
final class OldTaskMeasurement {
  private final Experiment experiment;
  private final Training.OldTask task;
  private final LabelledRows rows;
  private final CopyScores scores;
  private final Generator generator;

  /// The net's own layers that learn.
  private final List<LayerSpec> learning;

  /// The layers before the first of those.
  private final List<LayerSpec> frozen;

  private @Nullable Score before;
  private float @Nullable [] featuresBefore;

  /// @param generator drawn on from a copy
  OldTaskMeasurement(
      Experiment experiment,
      Training training,
      Training.OldTask task,
      Scoring scoring,
      Generator generator) {
    this.experiment = experiment;
    this.task = task;
    this.generator = generator;
    this.rows = LabelledRows.of(task.input(), task.target(), training.loss(), generator.copy());
    this.scores = new CopyScores(experiment, scoring);
    learning = FrozenLayers.learning(experiment.network());
    frozen = experiment.network().stream().takeWhile(layer -> !learning.contains(layer)).toList();
  }

  /// Measures the net before its first step.
  void before(StateDict state) {
    before = score(state).orElse(null);
    featuresBefore = features(state).orElse(null);
  }

  /// Measures it again.
  ///
  /// @return empty if it was stopped
  Optional<OldTaskScores> now(StateDict state) {
    Score first = before;
    if (first == null) {
      return Optional.empty();
    }
    return score(state).map(now -> new OldTaskScores(first, now, moved(state)));
  }

  private Optional<Score> score(StateDict state) {
    return scores.of(withOldHead(state), rows, Mode.EVAL, draws(), 0);
  }

  private Draws draws() {
    return new StreamDraws(generator.copy());
  }

  /// The state with all that learns as it was for the old task.
  private StateDict withOldHead(StateDict state) {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(state.entries());
    entries.replaceAll(
        (key, entry) ->
            learning.stream().anyMatch(layer -> key.startsWith(layer.name() + "."))
                ? task.head().state().entries().getOrDefault(key, entry)
                : entry);
    return new StateDict(entries);
  }

  private OptionalDouble moved(StateDict state) {
    float[] old = featuresBefore;
    Optional<float[]> features = features(state);
    if (old == null || features.isEmpty()) {
      return OptionalDouble.empty();
    }
    double distance = 0;
    double size = 0;
    for (int i = 0; i < old.length; i++) {
      double difference = features.get()[i] - old[i];
      distance += difference * difference;
      size += (double) old[i] * old[i];
    }
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(distance / size));
  }

  /// What the layers before the first one that learns make of the rows, batch by batch; empty where
  /// there are none, they refuse, or it was stopped.
  private Optional<float[]> features(StateDict state) {
    if (frozen.isEmpty() || scores.scoring().stopped().getAsBoolean()) {
      return Optional.empty();
    }
    try (Sequential net = NetworkBuilder.build(frozen, experiment.mode(), state)) {
      net.eval();
      return Optional.of(GradMode.NO_GRAD.call(() -> features(net)));
    } catch (PassRefusedException | PassStoppedException ended) {
      // The score has been refused or stopped too, and says so.
      return Optional.empty();
    }
  }

  private float[] features(Sequential net) {
    List<float[]> parts = new ArrayList<>();
    Probe probe = new StopProbe(scores.scoring().stopped(), Probe.NONE);
    for (int[] batch : Batches.inOrder(rows.count(), scores.scoring().batchSize())) {
      LabelledRows picked = rows.pick(batch);
      try (Arena _ = Arena.open()) {
        Tensor input = Tensor.input(picked.shape(), picked.values());
        parts.add(net.apply(input, Passes.of(0, 1, draws()).watchedBy(probe)).values());
      }
    }
    return joined(parts);
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int next = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }
}
