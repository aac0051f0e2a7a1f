package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;

/// Clears the bench for another experiment: a net that is opened is new, however like the one
/// before it is. Shows nothing; the net is built when it first runs.
public record OpenJob(Experiment experiment) implements Job<Observation> {
  @Override
  public Lane<Observation> lane() {
    return Lane.BENCH;
  }

  @Override
  public boolean isAlwaysDone() {
    return true;
  }

  @Override
  public void perform(Bench bench, Consumer<Observation> tell, BooleanSupplier stopped) {
    bench.clear();
  }

  @Override
  public Observation refused(Refusal refusal) {
    return Refusals.observed(experiment, 0, refusal);
  }

  @Override
  public Observation failed(Fault fault) {
    return Faults.observed(experiment, 0, fault);
  }
}
