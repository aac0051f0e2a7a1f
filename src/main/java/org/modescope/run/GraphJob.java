package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.GraphStudy;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;

/// Looks at the graph of the pass that the net on the bench would make next, on copies of it.
public record GraphJob(Experiment experiment) implements Job<GraphStudy> {
  @Override
  public Lane<GraphStudy> lane() {
    return Lane.GRAPH;
  }

  @Override
  public void perform(Bench bench, Consumer<GraphStudy> tell, BooleanSupplier stopped) {
    try (LiveNet copy = bench.copy(experiment)) {
      tell.accept(
          new GraphStudy(
              experiment,
              Status.FINISHED,
              Optional.of(GraphRecording.study(copy)),
              Optional.empty(),
              Optional.empty()));
    }
  }

  @Override
  public GraphStudy refused(Refusal refusal) {
    return new GraphStudy(
        experiment, Status.REFUSED, Optional.empty(), Optional.of(refusal), Optional.empty());
  }

  @Override
  public GraphStudy failed(Fault fault) {
    return new GraphStudy(
        experiment, Status.FAILED, Optional.empty(), Optional.empty(), Optional.of(fault));
  }
}
