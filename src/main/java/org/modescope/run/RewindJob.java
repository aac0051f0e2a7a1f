package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;

/// Puts the net on the bench back to how it was built: same weights, same draws to come.
public record RewindJob(Experiment experiment) implements Job<Observation> {
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
    tell.accept(Run.ready(bench.net(experiment)));
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
