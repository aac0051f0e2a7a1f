package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.Mode;

/// Which parameters of a net learn and which are frozen, and the mode that frozen layers are in.
///
/// @param learning how many parameters learn
/// @param frozen how many do not
/// @param learningLayers the net's own layers that have some that learn
/// @param frozenLayers the net's own layers that are frozen and keep running statistics
/// @param mode the mode that all of the latter are in in a training; empty where they differ or
///   there are none
record FrozenPart(
    long learning,
    long frozen,
    List<String> learningLayers,
    List<String> frozenLayers,
    Optional<Mode> mode) {

  FrozenPart {
    learningLayers = List.copyOf(learningLayers);
    frozenLayers = List.copyOf(frozenLayers);
  }

  static FrozenPart of(Experiment experiment) {
    long learning = 0;
    long frozen = 0;
    List<String> learners = new ArrayList<>();
    List<String> sleepers = new ArrayList<>();
    List<Mode> modes = new ArrayList<>();
    Map<String, StateLayout.Entry> state = StateLayout.of(experiment.network()).entries();
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      String top = layer.path().split("\\.", 2)[0];
      long parameters = parameters(layer, state);
      if (layer.isTrainable()) {
        learning += parameters;
        addOnce(learners, top, parameters > 0);
      } else {
        frozen += parameters;
        addOnce(sleepers, top, layer.spec().tracksStatistics());
        if (layer.spec().tracksStatistics()) {
          modes.add(layer.mode());
        }
      }
    }
    Optional<Mode> mode =
        modes.stream().distinct().count() == 1 ? Optional.of(modes.getFirst()) : Optional.empty();
    return new FrozenPart(learning, frozen, learners, sleepers, mode);
  }

  private static void addOnce(List<String> names, String name, boolean isWanted) {
    if (isWanted && !names.contains(name)) {
      names.add(name);
    }
  }

  private static long parameters(PlacedLayer layer, Map<String, StateLayout.Entry> state) {
    return state.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(layer.path() + "."))
        .filter(entry -> !entry.getKey().contains(".running_"))
        .mapToLong(entry -> size(entry.getValue()))
        .sum();
  }

  private static long size(StateLayout.Entry entry) {
    return switch (entry) {
      case StateLayout.Floats(var shape) -> {
        long size = 1;
        for (int each : shape.toArray()) {
          size *= each;
        }
        yield size;
      }
      case StateLayout.Counter() -> 0;
    };
  }

  /// Whether a frozen layer has a mode of its own, which a loop may forget or undo.
  static boolean hasOwnMode(Experiment experiment) {
    return !FrozenLayers.withoutModes(experiment.network()).equals(experiment.network());
  }
}
