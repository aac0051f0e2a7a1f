package org.modescope.lesson.check;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Part;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;
import org.modescope.measure.TrainingCourse;
import org.modescope.run.DirectBench;
import org.modescope.run.LessonTrainingJob;
import org.modescope.run.SixCells;

/// Makes the runs of stages on the caller's thread.
public final class StageRun {
  private StageRun() {}

  /// What a stage shows.
  public static Measured measure(Stage stage, BooleanSupplier stopped) {
    try (DirectBench bench = new DirectBench()) {
      Observation seen = bench.perform(stage.job(), stopped);
      Experiment experiment = stage.experiment();
      Optional<Comparison> cells =
          asksForCells(stage)
              ? Optional.of(SixCells.compare(experiment, experiment.passes(), _ -> {}, stopped))
              : Optional.empty();
      Optional<TrainingCourse> course =
          asksForTraining(stage)
              ? Optional.of(bench.perform(new LessonTrainingJob(experiment), stopped))
              : Optional.empty();
      return new Measured(seen, cells, course);
    }
  }

  /// Whether anything in a stage can be answered only by running all six cells.
  public static boolean asksForCells(Stage stage) {
    boolean isQuestion =
        stage
            .question()
            .map(Part.Question::answer)
            .filter(Answer.Cells.class::isInstance)
            .isPresent();
    return isQuestion || StageNames.of(stage).anyMatch(LessonMeasures::asksForCells);
  }

  /// Whether anything in a stage can be answered only by a training, and there is one to be made.
  public static boolean asksForTraining(Stage stage) {
    return stage.experiment().training().isPresent()
        && StageNames.of(stage).anyMatch(LessonMeasures::asksForTraining);
  }
}
