package org.modescope.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;

/// Layers that something is said of together.
///
/// @param paths in order of the net
/// @param areAllBatchNorms whether these are all the BatchNorm layers there are, and no others
record Layers(List<String> paths, boolean areAllBatchNorms) {
  /// More than these are not all named.
  private static final int MOST_NAMES = 3;

  Layers {
    paths = List.copyOf(paths);
  }

  static Layers of(List<String> paths, Experiment experiment) {
    Set<String> batchNorms =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> layer.spec().type().isBatchNorm())
            .map(PlacedLayer::path)
            .collect(Collectors.toSet());
    return new Layers(paths, batchNorms.equals(Set.copyOf(paths)));
  }

  int count() {
    return paths.size();
  }

  /// Their names; of many, a few of them or what they have in common.
  String say(Text text) {
    if (areAllBatchNorms && paths.size() > MOST_NAMES) {
      return text.say("common.layers.all-batch-norms", "count", paths.size());
    }
    return some(paths.stream().map(text::layer).toList(), text);
  }

  /// Names in a row; of many, the first of them and how many more there are.
  static String some(List<String> names, Text text) {
    return names.size() <= MOST_NAMES
        ? text.list(names)
        : text.say(
            "common.layers.more",
            "first",
            names.get(0),
            "second",
            names.get(1),
            "count",
            names.size() - 2);
  }
}
