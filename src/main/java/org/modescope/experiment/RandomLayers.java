package org.modescope.experiment;

import java.util.List;
import org.modescope.nn.Mode;

/// Which layers of an experiment really draw random numbers.
public final class RandomLayers {
  private RandomLayers() {}

  /// Whether a layer's output differs from pass to pass for the same input.
  public static boolean draws(PlacedLayer layer) {
    boolean trains = layer.mode() == Mode.TRAIN;
    return switch (layer.spec().type()) {
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, ALPHA_DROPOUT -> trains && dropsSome(layer.spec());
      case FUNCTIONAL_DROPOUT -> dropsSome(layer.spec());
      case RRELU -> trains && layer.spec().number("lower") < layer.spec().number("upper");
      default -> false;
    };
  }

  /// Whether a layer's mode decides if it draws.
  public static boolean mayDraw(LayerSpec layer) {
    return switch (layer.type()) {
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, ALPHA_DROPOUT -> layer.number("p") > 0;
      case RRELU -> true;
      default -> false;
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
