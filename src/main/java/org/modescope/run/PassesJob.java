package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;

/// Sends an experiment's input through the net on the bench, going on from its present state.
///
/// State is kept through edits that leave its shapes alone (a mode, `p`, `momentum`); a change of
/// seed or of a layer's sizes builds the net anew.
///
/// @param passes how many passes to make
public record PassesJob(Experiment experiment, int passes) implements Job<Observation> {
  @Override
  public Lane<Observation> lane() {
    return Lane.BENCH;
  }

  @Override
  public void perform(Bench bench, Consumer<Observation> tell, BooleanSupplier stopped) {
    new Run(bench.net(experiment), RunOptions.watched(passes), RunRecorder.NONE, tell).go(stopped);
  }

  @Override
  public Observation refused(Refusal refusal) {
    return Refusals.observed(experiment, passes, refusal);
  }

  @Override
  public Observation failed(Fault fault) {
    return Faults.observed(experiment, passes, fault);
  }
}
