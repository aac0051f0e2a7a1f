package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Diagnosis;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.Refusal;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Progress;
import org.modescope.measure.TrainingCourse.RefusedStep;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.StateDict;

/// Keeps what a training shows, for snapshots of it.
final class TrainingLog {
  private final Experiment experiment;
  private final Progress all;
  private final Watched watched;
  private final long started = System.nanoTime();
  private final List<Validation> validations = new ArrayList<>();

  /// Never written again below [#made], so that snapshots share it.
  private float[] losses = new float[1024];

  private int made;
  private @Nullable Score learnedRows;
  private @Nullable OldTaskScores oldTask;
  private Diagnosis diagnosis = Diagnosis.NONE;
  private @Nullable StateDict trained;
  private @Nullable Refusal refusal;
  private @Nullable RefusedStep refusedStep;

  /// Who measures besides.
  record Watched(
      DriftWatch drift, GradientWatch gradients, MemoryWatch memory, LoopVariables variables) {}

  /// @param experiment as it was asked for
  TrainingLog(Experiment experiment, int epochs, int stepsPerEpoch, Watched watched) {
    this.experiment = experiment;
    this.all = new Progress(epochs, stepsPerEpoch, 0, 0);
    this.watched = watched;
  }

  void stepped(float loss) {
    if (made == losses.length) {
      losses = Arrays.copyOf(losses, 2 * made);
    }
    losses[made] = loss;
    made++;
  }

  void validated(Validation validation) {
    validations.add(validation);
  }

  void learnedRows(Score score) {
    learnedRows = score;
  }

  void oldTask(OldTaskScores scores) {
    oldTask = scores;
  }

  void diagnosis(Diagnosis found) {
    diagnosis = found;
  }

  void trained(StateDict state) {
    trained = state;
  }

  /// @param step where it was; null where it was at none
  void refused(Refusal why, @Nullable RefusedStep step) {
    refusal = why;
    refusedStep = step;
  }

  int stepsMade() {
    return made;
  }

  TrainingCourse course(Status status) {
    return new TrainingCourse(
        experiment,
        status,
        new Progress(all.epochs(), all.stepsPerEpoch(), made, System.nanoTime() - started),
        new Losses(losses, made),
        validations,
        Optional.ofNullable(learnedRows),
        watched.drift.drifts(),
        watched.variables.held(),
        watched.gradients.gradients(),
        watched.memory.memory(),
        Optional.ofNullable(oldTask),
        diagnosis,
        Optional.ofNullable(trained),
        Optional.ofNullable(refusal),
        Optional.ofNullable(refusedStep),
        Optional.empty());
  }
}
