package org.modescope.cli.result;

import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.nn.StateDict;

/// What a training came to.
///
/// @param complete whether all epochs were done
/// @param nanos how long it took
/// @param before the state that it began with
/// @param after the state that it ended with
public record TrainingResult(
    Experiment experiment,
    TrainingLog log,
    boolean complete,
    long nanos,
    StateDict before,
    StateDict after) {

  /// How the net was trained.
  public Training training() {
    return experiment.training().orElseThrow();
  }

  /// How many steps make an epoch.
  public int stepsPerEpoch() {
    var shape = experiment.input().shape();
    return Math.ceilDiv(shape.rank() == 0 ? 1 : shape.size(0), training().batchSize());
  }
}
