package org.modescope.ui.workbench;

import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;

/// A run that was seen to its end.
///
/// @param number counted from 1 since the window was opened
/// @param experiment what ran
/// @param passes how many passes are summed up
/// @param deviation the mean standard deviation of its outputs; empty where it was refused
/// @param identical whether all passes gave the same answer
/// @param seen what it showed; empty once that was let go of, to bound memory
public record SeenRun(
    int number,
    Experiment experiment,
    int passes,
    OptionalDouble deviation,
    boolean identical,
    Optional<Observation> seen) {

  static SeenRun of(int number, Observation seen) {
    Optional<OutputVariance> output = seen.output();
    return new SeenRun(
        number,
        seen.experiment(),
        seen.progress().series(),
        output
            .map(each -> OptionalDouble.of(each.meanDeviation()))
            .orElseGet(OptionalDouble::empty),
        output.map(OutputVariance::identical).orElse(false),
        Optional.of(seen));
  }

  /// The same without what it showed: its setting and its figure.
  SeenRun withoutResult() {
    return new SeenRun(number, experiment, passes, deviation, identical, Optional.empty());
  }
}
