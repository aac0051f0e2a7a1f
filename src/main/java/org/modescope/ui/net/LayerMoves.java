package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;

/// Nets with one layer put in, taken out or moved.
final class LayerMoves {
  private LayerMoves() {}

  static Experiment insert(Experiment experiment, int index, LayerSpec layer) {
    List<LayerSpec> changed = new ArrayList<>(experiment.network());
    changed.add(index, layer);
    return experiment.withNetwork(changed);
  }

  static Experiment remove(Experiment experiment, int index) {
    List<LayerSpec> changed = new ArrayList<>(experiment.network());
    changed.remove(index);
    return experiment.withNetwork(changed);
  }

  /// Takes a layer out and puts it back so that it stands at `to`, or as near to it as the net
  /// reaches.
  static Experiment move(Experiment experiment, int from, int to) {
    List<LayerSpec> changed = new ArrayList<>(experiment.network());
    LayerSpec moved = changed.remove(from);
    changed.add(Math.clamp(to, 0, changed.size()), moved);
    return experiment.withNetwork(changed);
  }
}
