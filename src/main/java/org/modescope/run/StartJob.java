package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.StartStudy;
import org.modescope.measure.StartStudy.Effect;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.StateDict;

/// Draws the state that a net starts from, and measures what edits of it did, on a net of its own.
public record StartJob(Experiment experiment) implements Job<StartStudy> {
  @Override
  public Lane<StartStudy> lane() {
    return Lane.START;
  }

  @Override
  public void perform(Bench bench, Consumer<StartStudy> tell, BooleanSupplier stopped) {
    try (LiveNet live = LiveNet.fresh(experiment.withParameters(Optional.empty()))) {
      StateDict drawn = live.net().state();
      Optional<Parameters> given = experiment.parameters().filter(each -> !each.edits().isEmpty());
      if (given.isEmpty()) {
        tell.accept(study(Status.FINISHED, drawn, Optional.empty(), Optional.empty()));
        return;
      }
      tell.accept(study(Status.RUNNING, drawn, Optional.empty(), Optional.empty()));
      tell.accept(measured(live, drawn, given.get()));
    }
  }

  private StartStudy measured(LiveNet live, StateDict drawn, Parameters given) {
    try {
      SinglePass pass = new SinglePass(live);
      SinglePass.Answer before = pass.from(given.withEdits(StateEdits.NONE).over(() -> drawn));
      SinglePass.Answer after = pass.from(given.over(() -> drawn));
      return study(
          Status.FINISHED,
          drawn,
          Optional.of(new Effect(before.shape(), before.values(), after.values())),
          Optional.empty());
    } catch (PassRefusedException refused) {
      return study(
          Status.REFUSED,
          drawn,
          Optional.empty(),
          Optional.of(Refusals.explain(refused, experiment)));
    }
  }

  private StartStudy study(
      Status status, StateDict drawn, Optional<Effect> effect, Optional<Refusal> refusal) {
    return new StartStudy(
        experiment, status, Optional.of(drawn), effect, refusal, Optional.empty());
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
