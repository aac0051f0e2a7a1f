package org.modescope.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;

/// Builds the net on the bench anew, makes the passes of some settings one after another, and shows
/// the last one's: the bench stands where someone would have brought it who did all that by hand.
///
/// @param before settings whose passes are made first, in order; each goes on from the state that
///   the one before it left, as far as that fits
/// @param experiment the setting whose passes are shown
public record ReplayJob(List<Experiment> before, Experiment experiment)
    implements Job<Observation> {

  public ReplayJob {
    before = List.copyOf(before);
  }

  @Override
  public Lane<Observation> lane() {
    return Lane.BENCH;
  }

  @Override
  public void perform(Bench bench, Consumer<Observation> tell, BooleanSupplier stopped) {
    bench.clear();
    for (Experiment earlier : before) {
      RunOptions options = RunOptions.plain(earlier.passes());
      new Run(bench.net(earlier), options, RunRecorder.NONE, _ -> {}).go(stopped);
    }
    RunOptions options = RunOptions.watched(experiment.passes());
    new Run(bench.net(experiment), options, RunRecorder.NONE, tell).go(stopped);
  }

  @Override
  public Observation refused(Refusal refusal) {
    return Refusals.observed(experiment, experiment.passes(), refusal);
  }

  @Override
  public Observation failed(Fault fault) {
    return Faults.observed(experiment, experiment.passes(), fault);
  }
}
