package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import org.modescope.nn.Mode;

/// A layer that computes, where it stands in the net: containers are taken apart, their overrides
/// passed on.
///
/// @param path what its state's keys begin with, such as `layer1.0.conv1`
/// @param spec the layer
/// @param mode the mode it is really in: the innermost override, or the net's
/// @param isTrainable false if it or something around it is frozen
public record PlacedLayer(String path, LayerSpec spec, Mode mode, boolean isTrainable) {

  /// The layers of an experiment in the order in which they compute, containers taken apart.
  public static List<PlacedLayer> of(Experiment experiment) {
    return of(experiment.network(), experiment.mode());
  }

  /// The layers of a net whose mode has been set, in the order in which they compute.
  static List<PlacedLayer> of(List<LayerSpec> network, Mode mode) {
    List<PlacedLayer> placed = new ArrayList<>();
    collect(network, "", mode, true, placed);
    return placed;
  }

  private static void collect(
      List<LayerSpec> layers,
      String prefix,
      Mode mode,
      boolean isTrainable,
      List<PlacedLayer> placed) {
    for (LayerSpec layer : layers) {
      String path = prefix + layer.name();
      Mode own = layer.mode().orElse(mode);
      boolean learns = isTrainable && layer.requiresGrad();
      if (layer.type().isContainer()) {
        collect(layer.children(), path + ".", own, learns, placed);
      } else {
        placed.add(new PlacedLayer(path, layer, own, learns));
      }
    }
  }
}
