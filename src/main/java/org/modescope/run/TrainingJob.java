package org.modescope.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.ValueProblem;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.TrainingCourse;

/// Trains an experiment's net from its starting state, on a net of its own.
public record TrainingJob(Experiment experiment) implements Job<TrainingCourse> {
  @Override
  public Lane<TrainingCourse> lane() {
    return Lane.TRAINING;
  }

  @Override
  public void perform(Bench bench, Consumer<TrainingCourse> tell, BooleanSupplier stopped) {
    try (TrainingRun run = new TrainingRun(experiment, stopped)) {
      tell.accept(run.go(tell, stopped));
    } catch (PassStoppedException beforeTheFirstStep) {
      tell.accept(
          TrainingCourse.notBegun(experiment, Status.STOPPED, Optional.empty(), Optional.empty()));
    } catch (InvalidValueException invalid) {
      tell.accept(refused(unequal(invalid).orElseThrow(() -> invalid)));
    }
  }

  /// What PyTorch says where rows and targets are not as many; empty where something else is wrong.
  private static Optional<Refusal> unequal(InvalidValueException invalid) {
    return invalid
        .problem()
        .filter(problem -> problem.key() == ValueProblem.Key.TARGET_ROWS)
        .map(ValueProblem::values)
        .map(values -> Refusals.ofUnequalRows(count(values, "rows"), count(values, "found")));
  }

  private static int count(Map<String, Object> values, String name) {
    return values.get(name) instanceof Integer count ? count : 0;
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
