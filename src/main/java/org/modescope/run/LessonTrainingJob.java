package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Refusal;
import org.modescope.measure.TrainingCourse;

/// The training that a lesson asks for: what [TrainingJob] does, in a lane of its own, so that one
/// that goes on elsewhere is not ended by it.
public record LessonTrainingJob(Experiment experiment) implements Job<TrainingCourse> {
  @Override
  public Lane<TrainingCourse> lane() {
    return Lane.LESSON_TRAINING;
  }

  @Override
  public void perform(Bench bench, Consumer<TrainingCourse> tell, BooleanSupplier stopped) {
    training().perform(bench, tell, stopped);
  }

  @Override
  public TrainingCourse refused(Refusal refusal) {
    return training().refused(refusal);
  }

  @Override
  public TrainingCourse failed(Fault fault) {
    return training().failed(fault);
  }

  private TrainingJob training() {
    return new TrainingJob(experiment);
  }
}
