package org.modescope.experiment;

import java.util.List;
import java.util.Optional;

/// A net whose BatchNorm layers average the statistics of all batches alike, `momentum=None`, and
/// follow the net's mode: to gather running statistics anew.
public final class CumulativeNorms {
  private CumulativeNorms() {}

  public static List<LayerSpec> of(List<LayerSpec> layers) {
    return layers.stream().map(CumulativeNorms::of).toList();
  }

  private static LayerSpec of(LayerSpec layer) {
    LayerSpec changed = layer;
    for (String inside : layer.type().layerArguments()) {
      changed = changed.with(inside, of(layer.layers(inside)));
    }
    return layer.type().isBatchNorm() && layer.tracksStatistics()
        ? changed.with("momentum", null).withMode(Optional.empty())
        : changed;
  }
}
