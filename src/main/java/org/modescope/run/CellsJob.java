package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;

/// Compares the six cells of modes and grad modes, cell by cell, on nets of their own.
///
/// @param passes how many passes each cell makes
public record CellsJob(Experiment experiment, int passes) implements Job<Comparison> {
  @Override
  public Lane<Comparison> lane() {
    return Lane.CELLS;
  }

  @Override
  public void perform(Bench bench, Consumer<Comparison> tell, BooleanSupplier stopped) {
    tell.accept(SixCells.compare(experiment, passes, tell, stopped));
  }

  @Override
  public Comparison refused(Refusal refusal) {
    return new Comparison(
        experiment, Status.REFUSED, List.of(), Optional.of(refusal), Optional.empty());
  }

  @Override
  public Comparison failed(Fault fault) {
    return new Comparison(
        experiment, Status.FAILED, List.of(), Optional.empty(), Optional.of(fault));
  }
}
