package org.modescope.ui.net;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;

/// The layer that *Add layer* puts in: a name not yet taken, sizes that fit what comes in, and as
/// many out as in.
final class NewLayer {
  private NewLayer() {}

  /// A layer of a type for one place in an experiment's net.
  static LayerSpec at(int index, LayerType type, Experiment experiment) {
    Shape given = shapeBefore(index, experiment);
    return LayerSpec.of(type, name(type, experiment.network()), sizes(type, given));
  }

  private static Shape shapeBefore(int index, Experiment experiment) {
    List<Shape> outputs = ShapeCheck.of(experiment).outputs();
    // Behind a misfit shapes are unknown; the last one known is the best guess.
    int known = Math.min(index, outputs.size());
    return known == 0 ? experiment.input().shape() : outputs.get(known - 1);
  }

  private static Map<String, Integer> sizes(LayerType type, Shape given) {
    return switch (type) {
      case LINEAR -> Map.of("in_features", given.size(-1), "out_features", given.size(-1));
      case BATCH_NORM_1D -> Map.of("num_features", given.size(given.rank() > 1 ? 1 : 0));
      case DROPOUT, RELU -> Map.of();
    };
  }

  private static String name(LayerType type, List<LayerSpec> network) {
    String stem =
        switch (type) {
          case LINEAR -> "fc";
          case BATCH_NORM_1D -> "bn";
          case DROPOUT -> "dropout";
          case RELU -> "relu";
        };
    Set<String> taken = new HashSet<>();
    int number = 1;
    for (LayerSpec layer : network) {
      taken.add(layer.name());
      number += layer.type() == type ? 1 : 0;
    }
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
