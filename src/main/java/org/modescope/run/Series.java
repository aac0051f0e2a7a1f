package org.modescope.run;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.nn.StateDict;

/// Passes of one unchanged experiment, made by one run or by several, and what was seen of them
/// together. Keeps no more for many passes than for some thousand.
final class Series {
  private final Gauges gauges;
  private int passes;

  /// Begins with the net's present state.
  Series(LiveNet live) {
    Experiment experiment = live.experiment();
    StateDict start = live.net().state();
    OutputGauge outputs = new OutputGauge(experiment);
    gauges =
        new Gauges(
            List.of(
                outputs,
                new StatisticsGauge(live, start),
                new MemoryGauge(experiment.gradMode()),
                new InsideGauge(live, start, outputs)));
  }

  Gauges gauges() {
    return gauges;
  }

  /// Passes made so far.
  int passes() {
    return passes;
  }

  void count(int made) {
    passes += made;
  }
}
