package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import org.modescope.nn.Mode;

/// The layers of a net whose parameters are frozen, and the mode that they have of their own:
/// freezing does not stop running statistics, `bn.eval()` does.
public final class FrozenLayers {
  private FrozenLayers() {}

  /// Frozen layers that keep running statistics, in order of the net: those that move although
  /// nothing of them learns, unless they are in eval mode.
  public static List<PlacedLayer> withStatistics(Experiment experiment) {
    return PlacedLayer.of(experiment).stream()
        .filter(layer -> !layer.isTrainable() && layer.spec().tracksStatistics())
        .toList();
  }

  /// A net's own layers that have parameters that learn, in order.
  public static List<LayerSpec> learning(List<LayerSpec> network) {
    return network.stream().filter(FrozenLayers::learns).toList();
  }

  private static boolean learns(LayerSpec layer) {
    return PlacedLayer.of(List.of(layer), Mode.TRAIN).stream()
        .anyMatch(each -> each.isTrainable() && !LayerState.of(each.spec()).parameters().isEmpty());
  }

  /// Whether there are such layers and all are in eval mode while the net trains.
  public static boolean areInEval(Experiment experiment) {
    List<PlacedLayer> layers = withStatistics(experiment);
    return !layers.isEmpty() && layers.stream().allMatch(layer -> layer.mode() == Mode.EVAL);
  }

  /// The experiment with every frozen layer that keeps running statistics in eval mode, as by
  /// `bn.eval()` after `net.train()`; or with every frozen layer in the net's own mode.
  public static Experiment in(Mode mode, Experiment experiment) {
    return experiment.withNetwork(
        switch (mode) {
          case EVAL -> rested(experiment.network(), false);
          case TRAIN -> withoutModes(experiment.network());
        });
  }

  /// The layers with no frozen one in a mode of its own.
  public static List<LayerSpec> withoutModes(List<LayerSpec> network) {
    return network.stream().map(layer -> withoutModes(layer, false)).toList();
  }

  private static LayerSpec withoutModes(LayerSpec layer, boolean isInsideFrozen) {
    boolean isFrozen = isInsideFrozen || !layer.requiresGrad();
    LayerSpec changed = layer;
    for (String inside : layer.type().layerArguments()) {
      changed =
          changed.with(
              inside,
              layer.layers(inside).stream().map(each -> withoutModes(each, isFrozen)).toList());
    }
    return isFrozen ? changed.withMode(Optional.empty()) : changed;
  }

  private static List<LayerSpec> rested(List<LayerSpec> layers, boolean isInsideFrozen) {
    return layers.stream().map(layer -> rested(layer, isInsideFrozen)).toList();
  }

  private static LayerSpec rested(LayerSpec layer, boolean isInsideFrozen) {
    boolean isFrozen = isInsideFrozen || !layer.requiresGrad();
    LayerSpec changed = layer;
    for (String inside : layer.type().layerArguments()) {
      changed = changed.with(inside, rested(layer.layers(inside), isFrozen));
    }
    return isFrozen && layer.tracksStatistics()
        ? changed.withMode(Optional.of(Mode.EVAL))
        : changed;
  }
}
