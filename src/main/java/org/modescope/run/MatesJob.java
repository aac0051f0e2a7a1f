package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;

/// Asks for one row's answers in changing company, on nets of its own.
public record MatesJob(Experiment experiment, Asked asked) implements Job<Mates> {
  @Override
  public Lane<Mates> lane() {
    return Lane.MATES;
  }

  @Override
  public void perform(Bench bench, Consumer<Mates> tell, BooleanSupplier stopped) {
    tell.accept(MatesRun.measure(experiment, asked, net(bench), tell, stopped));
  }

  private Function<Experiment, LiveNet> net(Bench bench) {
    return switch (asked.start()) {
      case AS_BUILT -> LiveNet::fresh;
      case ON_BENCH -> bench::copy;
    };
  }

  @Override
  public Mates refused(Refusal refusal) {
    return nothing(Status.REFUSED, Optional.of(refusal), Optional.empty());
  }

  @Override
  public Mates failed(Fault fault) {
    return nothing(Status.FAILED, Optional.empty(), Optional.of(fault));
  }

  private Mates nothing(Status status, Optional<Refusal> refusal, Optional<Fault> fault) {
    return new Mates(
        experiment,
        asked,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        List.of(),
        refusal,
        fault);
  }
}
