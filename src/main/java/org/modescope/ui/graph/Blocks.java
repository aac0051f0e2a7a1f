package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.LayerSpec;

/// The layers of a net that hold others.
final class Blocks {
  private Blocks() {}

  /// Their paths, outer ones before those inside.
  static List<String> of(List<LayerSpec> network) {
    List<String> paths = new ArrayList<>();
    collect(network, "", paths);
    return paths;
  }

  private static void collect(List<LayerSpec> layers, String prefix, List<String> paths) {
    for (LayerSpec layer : layers) {
      if (layer.type().isContainer()) {
        paths.add(prefix + layer.name());
        collect(layer.children(), prefix + layer.name() + ".", paths);
      }
    }
  }
}
