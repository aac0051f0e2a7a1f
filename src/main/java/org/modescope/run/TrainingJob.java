package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.nn.PassRefusedException;

/// Trains an experiment's net from its starting state, on a net of its own.
public record TrainingJob(Experiment experiment) implements Job<TrainingCourse> {
  @Override
  public Lane<TrainingCourse> lane() {
    return Lane.TRAINING;
  }

  @Override
  public void perform(Bench bench, Consumer<TrainingCourse> tell, BooleanSupplier stopped) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      TrainingLog log = new TrainingLog(experiment, run.steps(), tell);
      try {
        boolean isWhole = run.go(log, stopped);
        tell.accept(log.course(isWhole ? Status.FINISHED : Status.STOPPED, Optional.empty()));
      } catch (PassRefusedException refused) {
        // What was learned until then stands.
        tell.accept(log.course(Status.REFUSED, Optional.of(Refusals.explain(refused, experiment))));
      }
    }
  }

  @Override
  public TrainingCourse refused(Refusal refusal) {
    return new TrainingCourse(
        experiment,
        Status.REFUSED,
        0,
        Losses.NONE,
        List.of(),
        Optional.of(refusal),
        Optional.empty());
  }

  @Override
  public TrainingCourse failed(Fault fault) {
    return new TrainingCourse(
        experiment, Status.FAILED, 0, Losses.NONE, List.of(), Optional.empty(), Optional.of(fault));
  }
}
