package org.modescope.ui.lesson;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.check.Stage;
import org.modescope.lesson.check.StageRun;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.run.CellsJob;
import org.modescope.run.Lane;
import org.modescope.run.LessonTrainingJob;
import org.modescope.ui.workbench.RunControl;

/// What a lesson has run besides the bench: the six cells, and a training.
final class AskedRuns {
  private final RunControl runner;
  private final ReadOnlyBooleanWrapper awaitingCells = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper awaitingCourse = new ReadOnlyBooleanWrapper();
  private final BooleanBinding awaiting = Bindings.or(awaitingCells, awaitingCourse);
  private final ReadOnlyObjectWrapper<Optional<TrainingCourse>> course =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Comparison> cells = Optional.empty();

  AskedRuns(RunControl runner) {
    this.runner = runner;
  }

  /// Whether the six cells are on their way.
  ReadOnlyBooleanProperty awaitingCellsProperty() {
    return awaitingCells.getReadOnlyProperty();
  }

  /// Whether a training is on its way.
  ReadOnlyBooleanProperty awaitingCourseProperty() {
    return awaitingCourse.getReadOnlyProperty();
  }

  /// Whether anything is.
  BooleanBinding awaiting() {
    return awaiting;
  }

  /// The training, as far as it has come; empty where none was asked for.
  ReadOnlyObjectProperty<Optional<TrainingCourse>> courseProperty() {
    return course.getReadOnlyProperty();
  }

  /// Asks for what a stage needs.
  void ask(Stage stage) {
    Experiment experiment = stage.experiment();
    cells = Optional.empty();
    course.set(Optional.empty());
    awaitingCells.set(StageRun.asksForCells(stage));
    awaitingCourse.set(StageRun.asksForTraining(stage));
    if (awaitingCells.get()) {
      runner.submit(
          new CellsJob(experiment, Comparison.Start.AS_BUILT, experiment.passes(), Lane.LESSON));
    }
    if (awaitingCourse.get()) {
      runner.submit(new LessonTrainingJob(experiment));
    }
  }

  /// Awaits what others asked for, and has what they have got.
  void takeOver(AskedRuns before) {
    cells = before.cells;
    course.set(before.course.get());
    awaitingCells.set(before.awaitingCells.get());
    awaitingCourse.set(before.awaitingCourse.get());
  }

  /// Takes in what the six cells have shown.
  void receive(Comparison comparison) {
    if (comparison.isLast()) {
      cells = Optional.of(comparison);
      awaitingCells.set(false);
    }
  }

  /// Takes in what the training has shown.
  void receive(TrainingCourse newest) {
    if (awaitingCourse.get()) {
      course.set(Optional.of(newest));
      awaitingCourse.set(newest.isRunning());
    }
  }

  /// Whether something came to no end of its own.
  boolean isBroken() {
    return course
        .get()
        .filter(each -> each.fault().isPresent() || each.status() == Status.STOPPED)
        .isPresent();
  }

  /// All that was measured, with what the bench has shown.
  Measured with(Observation seen) {
    return new Measured(seen, cells, course.get());
  }

  /// Asks for nothing any more.
  void stop() {
    if (awaitingCourse.get()) {
      runner.stop(Lane.LESSON_TRAINING);
    }
    awaitingCells.set(false);
    awaitingCourse.set(false);
  }
}
