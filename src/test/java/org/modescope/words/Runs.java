package org.modescope.words;

import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// Runs for tests of what is said about them.
final class Runs {
  private Runs() {}

  /// What a run of all passes has shown in the end.
  static Observation of(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(
          RunOptions.watched(experiment.passes()), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  /// A preset that needs no trained state.
  static Experiment preset(String key) {
    return Presets.all(Runs::noState, Runs::noState).stream()
        .filter(preset -> preset.key().equals(key))
        .findFirst()
        .orElseThrow()
        .experiment();
  }

  private static StateDict noState() {
    throw new AssertionError("no trained state is needed here");
  }
}
