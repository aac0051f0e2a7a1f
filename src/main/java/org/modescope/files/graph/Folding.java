package org.modescope.files.graph;

import java.util.Set;
import java.util.TreeSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;

/// Which blocks and layers are open. A closed block is one column; a closed layer a narrow one.
///
/// @param blocks the paths of blocks that are open
/// @param layers the paths of layers that are open
/// @param rest whether whatever is not named is open
public record Folding(Set<String> blocks, Set<String> layers, State rest) {
  private static final int LAYERS_SEEN_AT_ONCE = 6;

  /// What holds for whatever is not named.
  public enum State {
    OPEN,
    CLOSED
  }

  public Folding {
    blocks = Set.copyOf(blocks);
    layers = Set.copyOf(layers);
  }

  /// All open where a net has few layers, otherwise all closed.
  public static Folding fitting(Experiment experiment) {
    int layers = PlacedLayer.of(experiment).size();
    return new Folding(
        Set.of(), Set.of(), layers <= LAYERS_SEEN_AT_ONCE ? State.OPEN : State.CLOSED);
  }

  /// All open.
  public static Folding none() {
    return new Folding(Set.of(), Set.of(), State.OPEN);
  }

  /// Whether a block shows its layers.
  public boolean isBlockOpen(String path) {
    return blocks.contains(path) == (rest == State.CLOSED);
  }

  boolean isLayerOpen(String path) {
    return layers.contains(path) == (rest == State.CLOSED);
  }

  /// This with a block opened or closed.
  public Folding turnedBlock(String path) {
    return new Folding(turned(blocks, path), layers, rest);
  }

  /// This with a layer opened or closed.
  public Folding turnedLayer(String path) {
    return new Folding(blocks, turned(layers, path), rest);
  }

  /// This with a layer open.
  public Folding withLayerOpen(String path) {
    return isLayerOpen(path) ? this : turnedLayer(path);
  }

  private static Set<String> turned(Set<String> paths, String path) {
    Set<String> changed = new TreeSet<>(paths);
    if (!changed.remove(path)) {
      changed.add(path);
    }
    return changed;
  }
}
