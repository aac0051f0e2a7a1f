package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.nn.Mode;

/// The layers that one can look into, containers among them, each with the mode it is really in.
public final class Traceable {
  private Traceable() {}

  /// All of them, a container before what it holds.
  public static List<PlacedLayer> of(Experiment experiment) {
    List<PlacedLayer> found = new ArrayList<>();
    collect(experiment.network(), "", experiment.mode(), true, found);
    return found;
  }

  /// The one with a path.
  public static Optional<PlacedLayer> find(Experiment experiment, String path) {
    return of(experiment).stream().filter(layer -> layer.path().equals(path)).findFirst();
  }

  private static void collect(
      List<LayerSpec> layers,
      String prefix,
      Mode mode,
      boolean isTrainable,
      List<PlacedLayer> found) {
    for (LayerSpec layer : layers) {
      String path = prefix + layer.name();
      Mode own = layer.mode().orElse(mode);
      boolean learns = isTrainable && layer.requiresGrad();
      found.add(new PlacedLayer(path, layer, own, learns));
      collect(layer.children(), path + ".", own, learns, found);
    }
  }
}
