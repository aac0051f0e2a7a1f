package org.modescope.experiment;

import java.util.List;
import org.modescope.nn.Mode;

/// Which layers of an experiment really draw random numbers.
final class RandomLayers {
  private RandomLayers() {}

  /// Whether a layer's output differs from pass to pass for the same input.
  static boolean draws(LayerSpec layer, Experiment experiment) {
    return switch (layer.type()) {
      case DROPOUT ->
          experiment.modeOf(layer) == Mode.TRAIN && layer.number("p") > 0 && layer.number("p") < 1;
      case LINEAR, BATCH_NORM_1D, RELU -> false;
    };
  }

  /// All of them, in order.
  static List<LayerSpec> of(Experiment experiment) {
    return experiment.network().stream().filter(layer -> draws(layer, experiment)).toList();
  }
}
