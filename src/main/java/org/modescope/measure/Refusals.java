package org.modescope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal.Remedy;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;

/// Explains refusals, and finds what would make the pass possible.
public final class Refusals {
  private static final int USUAL_BATCH = 32;

  private Refusals() {}

  /// What is seen where a layer refuses its arguments, so that there is no net to run.
  public static Observation observed(Experiment experiment, int passes, Refusal refusal) {
    Progress progress = new Progress(Status.REFUSED, 0, passes, 0, 0);
    return new Observation(
        experiment,
        progress,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(refusal));
  }

  public static Refusal explain(PassRefusedException refused, Experiment experiment) {
    TorchException refusal = refused.refusal();
    return new Refusal(
        refused.layer(),
        refusal.type().pythonName(),
        refusal.torchMessage(),
        refusal.explanation(),
        remedies(refused.layer(), experiment));
  }

  private static List<Remedy> remedies(String path, Experiment experiment) {
    int index = indexOf(path, experiment);
    if (index < 0) {
      return List.of();
    }
    LayerSpec layer = experiment.network().get(index);
    List<Remedy> remedies = new ArrayList<>();
    ShapeCheck.of(experiment)
        .misfit()
        .filter(misfit -> misfit.index() == index)
        .flatMap(ShapeCheck.Misfit::fitted)
        .ifPresent(
            fitted ->
                remedies.add(
                    new Remedy(
                        "Fit %s to what it is given".formatted(path),
                        Optional.of(experiment.withLayer(index, fitted)))));
    if (remedies.isEmpty() && layer.type().isBatchNorm()) {
      remedies.addAll(forOneValuePerChannel(layer, index, experiment));
    }
    return remedies;
  }

  private static List<Remedy> forOneValuePerChannel(
      LayerSpec layer, int index, Experiment experiment) {
    List<Remedy> remedies = new ArrayList<>();
    if (experiment.input().shape().size(0) == 1) {
      largerBatch(experiment).ifPresent(remedies::add);
    }
    if (layer.flag("track_running_stats") && experiment.modeOf(layer) == Mode.TRAIN) {
      LayerSpec evaluating = layer.withMode(Optional.of(Mode.EVAL));
      remedies.add(
          new Remedy(
              "Put only %s into eval mode".formatted(layer.name()),
              Optional.of(experiment.withLayer(index, evaluating))));
      if (layer.mode().isEmpty()) {
        remedies.add(
            new Remedy("Switch the net to eval", Optional.of(experiment.withMode(Mode.EVAL))));
      }
    }
    return remedies;
  }

  /// None where the input has no more rows, as one that was read from a file.
  private static Optional<Remedy> largerBatch(Experiment experiment) {
    try {
      InputSpec larger = experiment.input().withBatchSize(USUAL_BATCH);
      return Optional.of(
          new Remedy(
              "Use a batch of %d".formatted(USUAL_BATCH),
              Optional.of(experiment.withInput(larger))));
    } catch (InvalidValueException tooFewRows) {
      return Optional.empty();
    }
  }

  private static int indexOf(String path, Experiment experiment) {
    for (int i = 0; i < experiment.network().size(); i++) {
      if (experiment.network().get(i).name().equals(path)) {
        return i;
      }
    }
    return -1;
  }
}
