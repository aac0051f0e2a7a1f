package org.modescope.cli.text;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;

/// Where a layer stands in an experiment file, as a JSON pointer.
public final class LayerPointer {
  private LayerPointer() {}

  /// The place of the layer whose state's keys begin with `path`, such as
  /// `/network/4/layers/0/body/1` for `layer1.0.bn1`; empty if there is no such layer.
  public static Optional<String> of(Experiment experiment, String path) {
    return find(experiment.network(), "/network", path);
  }

  private static Optional<String> find(List<LayerSpec> layers, String pointer, String path) {
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      String place = pointer + "/" + i;
      if (path.equals(layer.name())) {
        return Optional.of(place);
      }
      if (path.startsWith(layer.name() + ".")) {
        String inner = path.substring(layer.name().length() + 1);
        return inside(layer, place, inner);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inside(LayerSpec layer, String pointer, String path) {
    if (layer.type() == LayerType.CONCAT) {
      return inBranch(layer, pointer, path);
    }
    return layer.type().layerArguments().stream()
        .flatMap(argument -> find(layer.layers(argument), pointer + "/" + argument, path).stream())
        .findFirst();
  }

  /// In files a branch is a list of its layers.
  private static Optional<String> inBranch(LayerSpec concat, String pointer, String path) {
    List<LayerSpec> branches = concat.children();
    for (int i = 0; i < branches.size(); i++) {
      String place = pointer + "/branches/" + i;
      String name = branches.get(i).name();
      if (path.equals(name)) {
        return Optional.of(place);
      }
      if (path.startsWith(name + ".")) {
        return find(branches.get(i).layers("layers"), place, path.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }
}
