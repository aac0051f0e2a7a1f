package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.TrainingCourse;

/// Trains an experiment's net from its starting state, on a net of its own.
public record TrainingJob(Experiment experiment) implements Job<TrainingCourse> {
  @Override
  public Lane<TrainingCourse> lane() {
    return Lane.TRAINING;
  }

  @Override
  public void perform(Bench bench, Consumer<TrainingCourse> tell, BooleanSupplier stopped) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      tell.accept(run.go(tell, stopped));
    }
  }

  @Override
  public TrainingCourse refused(Refusal refusal) {
    return TrainingCourse.notBegun(
        experiment, Status.REFUSED, Optional.of(refusal), Optional.empty());
  }

  @Override
  public TrainingCourse failed(Fault fault) {
    return TrainingCourse.notBegun(experiment, Status.FAILED, Optional.empty(), Optional.of(fault));
  }
}
