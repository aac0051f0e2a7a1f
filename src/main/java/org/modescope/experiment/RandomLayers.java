package org.modescope.experiment;

import java.util.List;
import org.modescope.nn.Mode;

/// Which layers of an experiment really draw random numbers.
public final class RandomLayers {
  private RandomLayers() {}

  /// Whether a layer's output differs from pass to pass for the same input.
  public static boolean draws(PlacedLayer layer) {
    boolean trains = layer.mode() == Mode.TRAIN;
    return switch (layer.spec().type().effect()) {
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_TO_SATURATION -> trains && dropsSome(layer.spec());
      case DROPS_IN_EITHER_MODE -> dropsSome(layer.spec());
      case DRAWS_SLOPES -> trains && layer.spec().number("lower") < layer.spec().number("upper");
      case NONE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> false;
    };
  }

  /// Whether a layer's mode decides if it draws.
  public static boolean mayDraw(LayerSpec layer) {
    return switch (layer.type().effect()) {
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_TO_SATURATION -> layer.number("p") > 0;
      case DRAWS_SLOPES -> true;
      case NONE, DROPS_IN_EITHER_MODE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> false;
    };
  }

  /// All of them, in order.
  public static List<PlacedLayer> of(Experiment experiment) {
    return PlacedLayer.of(experiment).stream().filter(RandomLayers::draws).toList();
  }

  private static boolean dropsSome(LayerSpec layer) {
    return layer.number("p") > 0 && layer.number("p") < 1;
  }
}
