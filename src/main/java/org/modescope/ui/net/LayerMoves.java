package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.LayerSpec;

/// Lists of layers with one put in, taken out or moved.
final class LayerMoves {
  private LayerMoves() {}

  static List<LayerSpec> insert(List<LayerSpec> layers, int index, List<LayerSpec> added) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.addAll(index, added);
    return changed;
  }

  static List<LayerSpec> remove(List<LayerSpec> layers, int index) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.remove(index);
    return changed;
  }

  static List<LayerSpec> replace(List<LayerSpec> layers, int index, LayerSpec layer) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.set(index, layer);
    return changed;
  }

  /// Takes a layer out and puts it back so that it stands at `to`, or as near to it as the list
  /// reaches.
  static List<LayerSpec> move(List<LayerSpec> layers, int from, int to) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    LayerSpec moved = changed.remove(from);
    changed.add(Math.clamp(to, 0, changed.size()), moved);
    return changed;
  }
}
