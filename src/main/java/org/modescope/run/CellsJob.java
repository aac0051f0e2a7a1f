package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;

/// Compares the six cells of modes and grad modes, cell by cell, on nets of their own.
///
/// @param start what each cell begins with
/// @param passes how many passes each cell makes
/// @param lane who asks
public record CellsJob(Experiment experiment, Start start, int passes, Lane<Comparison> lane)
    implements Job<Comparison> {

  /// Asked for by the screen of the six cells.
  public CellsJob(Experiment experiment, Start start, int passes) {
    this(experiment, start, passes, Lane.CELLS);
  }

  @Override
  public void perform(Bench bench, Consumer<Comparison> tell, BooleanSupplier stopped) {
    tell.accept(new SixCells(experiment, start, net(bench), tell, stopped).compare(passes));
  }

  private Function<Experiment, LiveNet> net(Bench bench) {
    return switch (start) {
      case AS_BUILT -> LiveNet::fresh;
      case ON_BENCH -> bench::copy;
    };
  }

  @Override
  public Comparison refused(Refusal refusal) {
    return new Comparison(
        experiment, start, Status.REFUSED, List.of(), Optional.of(refusal), Optional.empty());
  }

  @Override
  public Comparison failed(Fault fault) {
    return new Comparison(
        experiment, start, Status.FAILED, List.of(), Optional.empty(), Optional.of(fault));
  }
}
