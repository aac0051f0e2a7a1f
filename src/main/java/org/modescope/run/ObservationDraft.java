package org.modescope.run;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Inspection;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;

/// An observation in the making: each gauge fills in its part.
final class ObservationDraft {
  private Optional<OutputVariance> output = Optional.empty();
  private List<RunningStatistics> statistics = List.of();
  private Optional<GraphMemory> memory = Optional.empty();
  private AttributionMeasurement.Result attribution = AttributionMeasurement.Result.NONE;
  private Inspection inspection = Inspection.NONE;

  void output(OutputVariance seen) {
    output = Optional.of(seen);
  }

  void statistics(List<RunningStatistics> seen) {
    statistics = seen;
  }

  void memory(GraphMemory seen) {
    memory = Optional.of(seen);
  }

  void attribution(AttributionMeasurement.Result seen) {
    attribution = seen;
  }

  void inspection(Inspection seen) {
    inspection = seen;
  }

  Observation finished(
      Experiment experiment, Observation.Progress progress, Optional<Refusal> refusal) {
    return new Observation(
        experiment,
        progress,
        output,
        statistics,
        memory,
        attribution.shares(),
        attribution.status(),
        refusal,
        inspection,
        Optional.empty());
  }
}
