package org.modescope.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FeaturesLast;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Mode;

/// Finds what would let a layer take its input.
public final class Remedies {
  private static final int USUAL_BATCH = 32;

  private final Experiment experiment;
  private final int index;
  private final LayerSpec layer;

  private Remedies(Experiment experiment, int index) {
    this.experiment = experiment;
    this.index = index;
    this.layer = experiment.network().get(index);
  }

  /// What helps where a layer refuses; in the order in which to try.
  ///
  /// @param name the layer's path: its name, behind those of what it is in
  public static List<Remedy> of(String name, Experiment experiment) {
    for (int i = 0; i < experiment.network().size(); i++) {
      if (experiment.network().get(i).name().equals(name)) {
        return new Remedies(experiment, i).found();
      }
    }
    return PlacedLayer.of(experiment).stream()
        .filter(inside -> inside.path().equals(name))
        .findFirst()
        .map(inside -> inside(inside.path(), inside.spec(), experiment))
        .orElse(List.of());
  }

  private static List<Remedy> inside(String path, LayerSpec layer, Experiment experiment) {
    Optional<LayerSpec> fitted = fitted(path, experiment).filter(fits -> !fits.equals(layer));
    if (fitted.isPresent()) {
      return List.of(new Remedy.FitLayer(path, changes(layer, fitted.get())));
    }
    return layer.type().isBatchNorm() ? forOneValuePerChannel(path, layer, experiment) : List.of();
  }

  /// A layer inside a container as it would be if that took what it is given.
  private static Optional<LayerSpec> fitted(String path, Experiment experiment) {
    return ShapeCheck.of(experiment)
        .misfit()
        .filter(_ -> FeaturesLast.in(experiment).isEmpty())
        .flatMap(misfit -> misfit.fitted().map(fits -> experiment.withLayer(misfit.index(), fits)))
        .flatMap(
            fits ->
                PlacedLayer.of(fits).stream()
                    .filter(placed -> placed.path().equals(path))
                    .map(PlacedLayer::spec)
                    .findFirst());
  }

  private List<Remedy> found() {
    List<Remedy> remedies = new ArrayList<>();
    ShapeCheck check = ShapeCheck.of(experiment);
    boolean isFeaturesLast = FeaturesLast.in(experiment).isPresent();
    check
        .misfit()
        .filter(misfit -> misfit.index() == index)
        // To fit the layer to the wrong axis would let it run, and normalise what nobody meant.
        .filter(_ -> !isFeaturesLast)
        .flatMap(ShapeCheck.Misfit::fitted)
        .ifPresent(
            fitted -> {
              flatten(given(check)).ifPresent(remedies::add);
              remedies.add(new Remedy.FitLayer(layer.name(), changes(layer, fitted)));
            });
    if (remedies.isEmpty() && layer.type().isBatchNorm() && !isFeaturesLast) {
      return forOneValuePerChannel(layer.name(), layer, experiment);
    }
    return remedies;
  }

  private Shape given(ShapeCheck check) {
    return index == 0 ? experiment.input().shape() : check.outputs().get(index - 1);
  }

  /// An image has a number in each of its pixels; a Linear sees the last row of them only.
  private Optional<Remedy> flatten(Shape given) {
    if (layer.type() != LayerType.LINEAR || given.rank() != 4) {
      return Optional.empty();
    }
    long features = given.elements() / Math.max(1, given.size(0));
    return features < 1 || features > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new Remedy.InsertFlatten(layer.name(), (int) features));
  }

  private static Map<String, @Nullable Object> changes(LayerSpec layer, LayerSpec fitted) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(fitted.arguments());
    changes.entrySet().removeAll(layer.arguments().entrySet());
    return changes;
  }

  /// What helps a BatchNorm, wherever it is, that was given one value per channel.
  private static List<Remedy> forOneValuePerChannel(
      String path, LayerSpec layer, Experiment experiment) {
    List<Remedy> remedies = new ArrayList<>();
    Remedy larger = new Remedy.LargerBatch(USUAL_BATCH);
    // Where the input has no more rows, as one that was read from a file, it changes nothing.
    if (experiment.input().shape().size(0) == 1 && !larger.apply(experiment).equals(experiment)) {
      remedies.add(larger);
    }
    if (layer.tracksStatistics() && modeOf(path, experiment) == Mode.TRAIN) {
      remedies.add(new Remedy.LayerToEval(path));
      if (modeOf(path, experiment.withMode(Mode.EVAL)) == Mode.EVAL) {
        remedies.add(new Remedy.NetToEval());
      }
    }
    return remedies;
  }

  /// The mode that a layer is really in, by its own and those of what it is in.
  private static Mode modeOf(String path, Experiment experiment) {
    return PlacedLayer.of(experiment).stream()
        .filter(placed -> placed.path().equals(path))
        .map(PlacedLayer::mode)
        .findFirst()
        .orElse(experiment.mode());
  }
}
