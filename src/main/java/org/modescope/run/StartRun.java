package org.modescope.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.StartStudy;
import org.modescope.measure.StartStudy.Effect;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.StateDict;

/// Draws the state that a net starts from, and measures what edits of it do to its answers.
public final class StartRun {
  private final Experiment experiment;
  private final LiveNet live;
  private final StateDict drawn;

  private StartRun(Experiment experiment, LiveNet live, StateDict drawn) {
    this.experiment = experiment;
    this.live = live;
    this.drawn = drawn;
  }

  /// Draws and measures on the caller's thread.
  ///
  /// @param known what is drawn, where that is known already
  /// @param tell hears what is drawn, and then what edits do, if there are any
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  /// @throws PassRefusedException if a layer refuses its arguments
  public static void measure(
      Experiment experiment, Optional<StateDict> known, Consumer<StartStudy> tell) {
    try (LiveNet live = LiveNet.fresh(experiment.withParameters(Optional.empty()))) {
      StartRun run = new StartRun(experiment, live, known.orElseGet(live.net()::state));
      Optional<Parameters> edited = experiment.parameters().filter(each -> !each.edits().isEmpty());
      if (edited.isEmpty()) {
        tell.accept(run.study(Status.FINISHED, Optional.empty(), Optional.empty()));
        return;
      }
      tell.accept(run.study(Status.RUNNING, Optional.empty(), Optional.empty()));
      tell.accept(run.measured(edited.get()));
    }
  }

  private StartStudy measured(Parameters given) {
    try {
      SinglePass pass = new SinglePass(live);
      SinglePass.Answer before = pass.from(given.withEdits(StateEdits.NONE).over(() -> drawn));
      SinglePass.Answer after = pass.from(given.over(() -> drawn));
      Effect effect = new Effect(before.shape(), before.values(), after.values());
      return study(Status.FINISHED, Optional.of(effect), Optional.empty());
    } catch (PassRefusedException refused) {
      return study(
          Status.REFUSED, Optional.empty(), Optional.of(Refusals.explain(refused, experiment)));
    }
  }

  private StartStudy study(Status status, Optional<Effect> effect, Optional<Refusal> refusal) {
    return new StartStudy(
        experiment, status, Optional.of(drawn), effect, refusal, Optional.empty());
  }
}
