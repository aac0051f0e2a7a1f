package org.modescope.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;

/// The layers of a net by their paths, asked about normalisation.
record Norms(Map<String, PlacedLayer> layers) {

  static Norms in(Experiment experiment) {
    Map<String, PlacedLayer> layers = new LinkedHashMap<>();
    PlacedLayer.of(experiment).forEach(layer -> layers.put(layer.path(), layer));
    return new Norms(layers);
  }

  /// Whether a layer keeps running statistics.
  static boolean tracks(LayerSpec layer) {
    return keepsWhatItIsTold(layer.type()) && layer.flag("track_running_stats");
  }

  /// Whether a layer treats each sample by itself, in either mode.
  static boolean isSameInBothModes(LayerSpec layer) {
    return LayerFamily.of(layer.type()) == LayerFamily.NORMALISATION
        && !layer.type().isBatchNorm()
        && !tracks(layer);
  }

  /// Whether a layer's parameters are drawn: those of a layer that normalises begin as 1 and 0.
  static boolean isNoNorm(PlacedLayer layer) {
    return LayerFamily.of(layer.spec().type()) != LayerFamily.NORMALISATION;
  }

  boolean isBatchNorm(String path) {
    return find(path).filter(layer -> layer.spec().type().isBatchNorm()).isPresent();
  }

  /// Whether a layer has parameters and none of them learns.
  boolean isFrozen(String path) {
    return find(path)
        .filter(layer -> !layer.isTrainable() && ShapeCheck.parameters(layer.spec()) > 0)
        .isPresent();
  }

  Optional<PlacedLayer> find(String path) {
    return Optional.ofNullable(layers.get(path));
  }

  private static boolean keepsWhatItIsTold(LayerType type) {
    return type.arguments().stream()
        .anyMatch(argument -> argument.name().equals("track_running_stats"));
  }
}
