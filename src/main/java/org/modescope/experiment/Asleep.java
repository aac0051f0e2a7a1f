package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import org.modescope.nn.Mode;

/// An experiment whose random layers do not draw, so that something else can be told apart from
/// them: all but `F.dropout` are in eval mode, and that has p = 0. Parameters and input are as
/// drawn.
public final class Asleep {
  private Asleep() {}

  public static Experiment of(Experiment experiment) {
    return experiment.withNetwork(asleep(experiment.network()));
  }

  /// The random layers that this sends to sleep.
  public static List<PlacedLayer> sleepers(Experiment experiment) {
    return RandomLayers.of(experiment.withMode(Mode.TRAIN));
  }

  private static List<LayerSpec> asleep(List<LayerSpec> layers) {
    return layers.stream().map(Asleep::asleep).toList();
  }

  private static LayerSpec asleep(LayerSpec layer) {
    LayerSpec changed = layer;
    for (String argument : layer.type().layerArguments()) {
      changed = changed.with(argument, asleep(layer.layers(argument)));
    }
    return switch (layer.type().effect()) {
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_TO_SATURATION, DRAWS_SLOPES ->
          changed.withMode(Optional.of(Mode.EVAL));
      case DROPS_IN_EITHER_MODE -> changed.with("p", 0.0);
      case NONE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> changed;
    };
  }
}
