package org.modescope.words;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.LayerGradients;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.Mode;

/// Finds what came of each line that a training loop was made without.
record ForgottenFindings(TrainingCourse course, Experiment experiment) {

  /// What is told first where several are forgotten: what ruins most.
  private static final List<Forgotten> RANKED =
      List.of(
          Forgotten.NO_ZERO_GRAD,
          Forgotten.NO_EVAL_IN_VALIDATION,
          Forgotten.NO_TRAIN_AFTER,
          Forgotten.TOTAL_PLUS_LOSS,
          Forgotten.NO_NO_GRAD,
          Forgotten.TRAIN_UNDOES_EVAL,
          Forgotten.FROZEN_WITHOUT_EVAL);

  static List<Finding> of(TrainingCourse course) {
    ForgottenFindings findings = new ForgottenFindings(course, course.experiment());
    return course.experiment().training().stream()
        .flatMap(training -> RANKED.stream().filter(training::isForgotten))
        .map(line -> findings.of(line).orElseGet(() -> new ForgottenFinding.Nothing(line)))
        .toList();
  }

  private Optional<Finding> of(Forgotten line) {
    return switch (line) {
      case NO_EVAL_IN_VALIDATION -> noEval();
      case NO_TRAIN_AFTER -> noTrain();
      case NO_ZERO_GRAD -> noZeroGrad();
      case TOTAL_PLUS_LOSS -> totalPlusLoss();
      case NO_NO_GRAD -> noNoGrad();
      case FROZEN_WITHOUT_EVAL -> frozenWithoutEval();
      case TRAIN_UNDOES_EVAL -> trainUndoesEval();
    };
  }

  private Optional<Finding> noEval() {
    return lastValidation()
        .filter(last -> last.reported().isPresent() && last.eval().meanLoss().isPresent())
        .map(
            last ->
                new ForgottenFinding.NoEval(
                    last.reported().getAsDouble() / batches(),
                    last.eval().meanLoss().getAsDouble(),
                    (int) course.drifts().stream().filter(StatisticsDrift::hasMoved).count()));
  }

  private int batches() {
    HeldMemory held = course.held();
    int batches = 0;
    for (int i = 0; i < held.count(); i++) {
      batches += held.inValidation()[i] && held.epochs()[i] == 1 ? 1 : 0;
    }
    return Math.max(1, batches);
  }

  private Optional<Finding> noTrain() {
    boolean hasMoreEpochs = course.progress().epochsDone() > 1;
    boolean isInEval =
        !experiment.training().orElseThrow().isForgotten(Forgotten.NO_EVAL_IN_VALIDATION);
    return lastValidation().isEmpty()
            || !hasMoreEpochs
            || !isInEval
            || experiment.mode() == Mode.EVAL
        ? Optional.empty()
        : Optional.of(
            new ForgottenFinding.NoTrain(
                course.drifts().stream().mapToLong(each -> each.now().updates()).max().orElse(0),
                course.losses().count()));
  }

  private Optional<Finding> noZeroGrad() {
    return course.gradients().stream()
        .filter(layer -> layer.count() > 1)
        .findFirst()
        .map(
            layer ->
                new ForgottenFinding.NoZeroGrad(
                    layer.layer(), layer.gradientNorms()[0], largest(layer)));
  }

  private static double largest(LayerGradients layer) {
    double most = 0;
    for (int i = 0; i < layer.count(); i++) {
      most = Math.max(most, layer.gradientNorms()[i]);
    }
    return most;
  }

  private Optional<Finding> totalPlusLoss() {
    int nodes = course.held().mostNodesInTraining();
    return nodes == 0
        ? Optional.empty()
        : Optional.of(
            new ForgottenFinding.TotalPlusLoss(batches(), course.held().mostInValidation(), nodes));
  }

  private Optional<Finding> noNoGrad() {
    long bytes = course.held().mostInValidation();
    return bytes == 0 ? Optional.empty() : Optional.of(new ForgottenFinding.NoNoGrad(bytes));
  }

  private Optional<Finding> frozenWithoutEval() {
    List<String> moved =
        course.drifts().stream()
            .filter(drift -> drift.isFrozen() && drift.hasMoved() && hasOwnMode(drift.layer()))
            .map(StatisticsDrift::layer)
            .toList();
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(new ForgottenFinding.FrozenWithoutEval(Layers.of(moved, experiment)));
  }

  private Optional<Finding> trainUndoesEval() {
    List<String> undone =
        course.drifts().stream()
            .filter(StatisticsDrift::hasMoved)
            .map(StatisticsDrift::layer)
            .filter(this::hasOwnMode)
            .toList();
    return undone.isEmpty()
        ? Optional.empty()
        : Optional.of(new ForgottenFinding.TrainUndoesEval(Layers.of(undone, experiment)));
  }

  /// Whether a layer is set to another mode than the net's.
  private boolean hasOwnMode(String path) {
    return PlacedLayer.of(experiment).stream()
        .anyMatch(layer -> layer.path().equals(path) && layer.mode() != experiment.mode());
  }

  private Optional<Validation> lastValidation() {
    return course.validations().stream()
        .filter(validation -> validation.epoch() > 0)
        .reduce((_, later) -> later);
  }
}
