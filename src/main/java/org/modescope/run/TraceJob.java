package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Tracing;

/// Looks into one layer on one pass, on a net of its own.
///
/// @param layer the layer's path
/// @param pass counted from 1
/// @param repeats how often its input is sent through it again, if it draws
public record TraceJob(Experiment experiment, String layer, int pass, int repeats)
    implements Job<Tracing> {
  @Override
  public Lane<Tracing> lane() {
    return Lane.TRACE;
  }

  @Override
  public void perform(Bench bench, Consumer<Tracing> tell, BooleanSupplier stopped) {
    tell.accept(new TraceRun(experiment, layer, pass, repeats).go(bench::fresh, tell, stopped));
  }

  @Override
  public Tracing refused(Refusal refusal) {
    return Tracing.without(experiment, layer, pass, Status.REFUSED, 0).refusedWith(refusal);
  }

  @Override
  public Tracing failed(Fault fault) {
    return new Tracing(
        experiment,
        layer,
        pass,
        Status.FAILED,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(fault));
  }
}
