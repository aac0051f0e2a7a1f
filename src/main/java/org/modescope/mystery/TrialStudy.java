package org.modescope.mystery;

import java.util.function.BooleanSupplier;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Fault.Kind;
import org.modescope.measure.Refusal;
import org.modescope.run.Study;

/// Makes a trial of a mystery net.
///
/// @param passes how many, where the trial asks for it
public record TrialStudy(MysteryNet net, Exam exam, Trial trial, int passes)
    implements Study<Seen> {
  @Override
  public Experiment experiment() {
    return net.experiment(net.truth());
  }

  @Override
  public Seen perform(BooleanSupplier stopped) {
    return new Seen.Tried(experiment(), exam.make(trial, passes), passes);
  }

  /// What trials are refused is among their outcomes; no net here refuses to be built.
  @Override
  public Seen refused(Refusal refusal) {
    return failed(new Fault(Kind.OURS, refusal.errorType(), refusal.message()));
  }

  @Override
  public Seen failed(Fault fault) {
    return new Seen.Failed(experiment(), fault);
  }
}
