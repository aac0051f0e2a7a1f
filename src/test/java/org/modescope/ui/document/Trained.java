package org.modescope.ui.document;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.nn.Sequential;
import org.modescope.preset.Presets;
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
}
