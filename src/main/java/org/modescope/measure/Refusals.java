package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.PassRefusedException;

/// Explains refusals.
public final class Refusals {
  private Refusals() {}

  /// What is seen where a layer refuses its arguments, so that there is no net to run.
  public static Observation observed(Experiment experiment, int passes, Refusal refusal) {
    return without(experiment, new Progress(Status.REFUSED, 0, passes, 0, 0), Optional.of(refusal));
  }

  /// What can be seen of a net that nobody has run.
  public static Observation notRun(Experiment experiment) {
    return without(experiment, new Progress(Status.READY, 0, 0, 0, 0), Optional.empty());
  }

  private static Observation without(
      Experiment experiment, Progress progress, Optional<Refusal> refusal) {
    return new Observation(
        experiment, progress, Optional.empty(), List.of(), Optional.empty(), List.of(), refusal);
  }

  /// Why nothing can be learned from rows and targets that are not as many, as a `TensorDataset`
  /// refuses them.
  public static Refusal ofUnequalRows(int rows, int targets) {
    return new Refusal(
        "TensorDataset",
        TorchException.Type.ASSERTION_ERROR.pythonName(),
        "Size mismatch between tensors",
        Explanation.of(Explanation.Key.ROWS_WITHOUT_TARGET, "rows", rows, "targets", targets),
        List.of());
  }

  public static Refusal explain(PassRefusedException refused, Experiment experiment) {
    TorchException refusal = refused.refusal();
    return new Refusal(
        refused.layer(),
        refusal.type().pythonName(),
        refusal.torchMessage(),
        refusal.explanation(),
        Remedies.of(refused.layer(), experiment));
  }
}
