package org.modescope.ui.document;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdit;
import org.modescope.experiment.StateEdits;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.NetworkBuilder;

/// Experiments that start from given parameters.
final class Trained {
  private Trained() {}

  /// SimpleNet, its parameters in a file of that name.
  static Experiment simpleNet(String file) {
    Experiment drawn = Presets.simpleNet();
    try (Sequential net = NetworkBuilder.build(drawn.network(), drawn.mode(), drawn.seed())) {
      return drawn.withParameters(Optional.of(new Parameters(file, net.state())));
    }
  }

  /// An experiment with one weight changed by hand.
  static Experiment edited(Experiment experiment) {
    StateEdits edits =
        StateEdits.NONE.with(
            "fc1.weight",
            new StateEdit.Cells(Shape.of(20, 10), new int[] {73}, new float[] {1.5f}));
    return experiment.withParameters(
        Optional.of(
            experiment
                .parameters()
                .map(given -> given.withEdits(edits))
                .orElseGet(() -> Parameters.edited(edits))));
  }

  /// The state that an experiment starts from.
  static StateDict start(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.state();
    }
  }
}
