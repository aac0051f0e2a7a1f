package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.StartStudy;
import org.modescope.nn.StateDict;

/// Draws the state that a net starts from, and measures what edits of it did, on a net of its own.
///
/// @param known what is drawn, where that is known already: it may be large
public record StartJob(Experiment experiment, Optional<StateDict> known)
    implements Job<StartStudy> {
  @Override
  public Lane<StartStudy> lane() {
    return Lane.START;
  }

  @Override
  public void perform(Bench bench, Consumer<StartStudy> tell, BooleanSupplier stopped) {
    StartRun.measure(experiment, known, tell);
  }

  @Override
  public StartStudy refused(Refusal refusal) {
    return new StartStudy(
        experiment,
        Status.REFUSED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(refusal),
        Optional.empty());
  }

  @Override
  public StartStudy failed(Fault fault) {
    return new StartStudy(
        experiment,
        Status.FAILED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(fault));
  }
}
