package org.modescope.lesson.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.Refusal;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;

/// What a training has shown, by name; the training begins with the net as built, as `modescope
/// train` does. A score that PyTorch refuses to make has no name.
///
/// - `training.steps`, `training.epochs`, `training.loss` (of the last epoch's steps),
///   `training.refused`, `training.refusal`;
/// - `training.eval_loss`, `training.eval_accuracy`, `training.train_mode_loss`,
///   `training.train_mode_accuracy`: the last validation in either mode; `training.start.NAME` and
///   `training.epoch_N.NAME` are those before the first step and after an epoch;
/// - `training.learned_loss`, `training.learned_accuracy`: eval mode, on the rows learned from;
///   `training.anew_loss`: validation with running statistics gathered anew by the trained net;
/// - `training.held_bytes` and `training.held_in_training`: the most that the loop's variables kept
///   after a step of validation or of training; `training.held_graph` after the first step of
///   validation, `training.validation_steps`, `training.held_nodes`;
/// - `training.layers`, `training.layers_moved`: layers with running statistics, and those of which
///   they moved; `training.LAYER.moved`, `training.LAYER.updates`, `training.LAYER.way` (how far
///   the running means went, in standard deviations of the start);
/// - `training.old_before`, `training.old_after`: how much of its old task the net gets right, 0 to
///   1; `training.features_moved`.
final class TrainingMeasures {
  /// What all of the names begin with.
  static final String PREFIX = "training.";

  private final TrainingCourse course;
  private final Map<String, Supplier<Value>> named = new LinkedHashMap<>();

  private TrainingMeasures(TrainingCourse course) {
    this.course = course;
  }

  static Map<String, Supplier<Value>> of(TrainingCourse course) {
    TrainingMeasures measures = new TrainingMeasures(course);
    measures.addCourse();
    measures.addValidations();
    measures.addHeld(course.held());
    measures.addDrifts(course.drifts());
    course.oldTask().ifPresent(measures::addOldTask);
    return measures.named;
  }

  private void addCourse() {
    Optional<Refusal> refusal = course.refusal();
    put("steps", course.losses().count());
    put("epochs", course.progress().epochsDone());
    put("loss", course.lastEpochLoss());
    named.put(PREFIX + "refused", () -> Value.of(refusal.isPresent()));
    named.put(PREFIX + "refusal", () -> Value.of(refusal.map(Refusal::message).orElse("")));
  }

  private void addValidations() {
    for (Validation each : course.validations()) {
      add(each.epoch() == 0 ? "start." : "epoch_" + each.epoch() + ".", each);
    }
    course.validations().stream()
        .filter(each -> each.epoch() > 0)
        .reduce((_, later) -> later)
        .ifPresent(last -> add("", last));
    course.learnedRows().ifPresent(score -> add("learned_", score));
    course.diagnosis().gatheredAnew().ifPresent(score -> put("anew_loss", score.meanLoss()));
  }

  private void add(String prefix, Validation validation) {
    add(prefix + "eval_", validation.eval());
    add(prefix + "train_mode_", validation.trainMode());
  }

  private void add(String prefix, Score score) {
    put(prefix + "loss", score.meanLoss());
    put(prefix + "accuracy", score.accuracy());
  }

  private void addHeld(HeldMemory held) {
    put("held_bytes", held.mostInValidation());
    put("held_in_training", held.mostInTraining());
    put("held_nodes", held.mostNodesInTraining());
    int first = 0;
    while (first < held.count() && !held.inValidation()[first]) {
      first++;
    }
    put("held_graph", first < held.count() ? held.savedBytes()[first] : 0);
    int steps = 0;
    for (int at = first; at < held.count() && held.inValidation()[at]; at++) {
      steps++;
    }
    put("validation_steps", steps);
  }

  private void addDrifts(List<StatisticsDrift> drifts) {
    put("layers", drifts.size());
    put("layers_moved", drifts.stream().filter(StatisticsDrift::hasMoved).count());
    for (StatisticsDrift drift : drifts) {
      String layer = drift.layer() + ".";
      named.put(PREFIX + layer + "moved", () -> Value.of(drift.hasMoved()));
      put(layer + "updates", drift.now().updates());
      put(layer + "way", drift.now().meanDeviation());
    }
  }

  private void addOldTask(OldTaskScores scores) {
    put("old_before", scores.before().accuracy());
    put("old_after", scores.now().accuracy());
    put("features_moved", scores.featuresMoved());
  }

  private void put(String name, OptionalDouble value) {
    value.ifPresent(number -> put(name, number));
  }

  private void put(String name, long count) {
    put(name, (double) count);
  }

  private void put(String name, double value) {
    named.put(PREFIX + name, () -> Value.of(value));
  }
}
