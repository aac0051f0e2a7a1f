package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Mode;

/// A place where layers stand one after another: the net itself, or the inside of a container.
///
/// @param steps the way in from the net; empty for the net itself
record LayerNest(List<Step> steps) {
  static final LayerNest NET = new LayerNest(List.of());

  /// Into a container.
  ///
  /// @param layer its name
  /// @param argument which of its lists of layers
  record Step(String layer, String argument) {}

  LayerNest {
    steps = List.copyOf(steps);
  }

  LayerNest inside(String layer, String argument) {
    List<Step> deeper = new ArrayList<>(steps);
    deeper.add(new Step(layer, argument));
    return new LayerNest(deeper);
  }

  boolean isNet() {
    return steps.isEmpty();
  }

  /// What the state's keys of a layer in here begin with, such as `layer1.0.conv1`.
  String path(String layer) {
    StringBuilder path = new StringBuilder();
    steps.forEach(step -> path.append(step.layer()).append('.'));
    return path.append(layer).toString();
  }

  /// The layers in here; none where an edit has taken the container away.
  List<LayerSpec> layers(Experiment experiment) {
    return layers(experiment.network());
  }

  /// The layers in here of a net.
  List<LayerSpec> layers(List<LayerSpec> network) {
    List<LayerSpec> layers = network;
    for (Step step : steps) {
      layers =
          find(layers, step.layer()).map(inner -> inner.layers(step.argument())).orElse(List.of());
    }
    return layers;
  }

  /// The layers whose names a new one in here must not have: a container's lists share one name
  /// space.
  List<LayerSpec> neighbours(Experiment experiment) {
    return neighbours(experiment.network());
  }

  /// The layers of a net whose names another one in here must not have.
  List<LayerSpec> neighbours(List<LayerSpec> network) {
    return isNet() ? network : container(network).map(LayerSpec::children).orElse(List.of());
  }

  private Optional<LayerType> type(Experiment experiment) {
    return container(experiment.network()).map(LayerSpec::type);
  }

  /// Whether the layers in here are the branches of a Concat, each a Sequential.
  boolean isOfBranches(Experiment experiment) {
    return type(experiment).equals(Optional.of(LayerType.CONCAT));
  }

  /// Whether this stays a net when the last layer in here is taken away.
  boolean mayBeEmpty(Experiment experiment) {
    return !isNet() && !isOfBranches(experiment);
  }

  /// Whether this is inside a layer, however deep.
  ///
  /// @param nest where the layer stands
  /// @param layer its name
  boolean isWithin(LayerNest nest, String layer) {
    int depth = nest.steps.size();
    return steps.size() > depth
        && steps.subList(0, depth).equals(nest.steps)
        && steps.get(depth).layer().equals(layer);
  }

  /// An experiment with other layers in here.
  Experiment with(Experiment experiment, List<LayerSpec> changed) {
    return experiment.withNetwork(replaced(experiment.network(), changed));
  }

  /// A net with other layers in here.
  List<LayerSpec> replaced(List<LayerSpec> network, List<LayerSpec> changed) {
    return replaced(network, steps, changed);
  }

  /// The mode that layers in here are in unless they have their own.
  Mode mode(Experiment experiment) {
    Mode mode = experiment.mode();
    List<LayerSpec> layers = experiment.network();
    for (Step step : steps) {
      Optional<LayerSpec> container = find(layers, step.layer());
      mode = container.flatMap(LayerSpec::mode).orElse(mode);
      layers = container.map(inner -> inner.layers(step.argument())).orElse(List.of());
    }
    return mode;
  }

  /// The shape that comes in here; empty where something before does not fit.
  Optional<Shape> given(Experiment experiment) {
    if (isNet()) {
      return Optional.of(experiment.input().shape());
    }
    LayerNest outer = outer();
    List<LayerSpec> around = outer.layers(experiment);
    Optional<LayerSpec> container = find(around, steps.getLast().layer());
    if (container.isEmpty()) {
      return Optional.empty();
    }
    int index = around.indexOf(container.get());
    return outer
        .given(experiment)
        .flatMap(
            shape -> {
              List<Shape> outputs = ShapeCheck.of(around.subList(0, index), shape).outputs();
              return index == 0
                  ? Optional.of(shape)
                  : outputs.size() == index ? Optional.of(outputs.getLast()) : Optional.empty();
            });
  }

  private Optional<LayerSpec> container(List<LayerSpec> network) {
    return isNet() ? Optional.empty() : find(outer().layers(network), steps.getLast().layer());
  }

  private LayerNest outer() {
    return new LayerNest(steps.subList(0, steps.size() - 1));
  }

  private static List<LayerSpec> replaced(
      List<LayerSpec> layers, List<Step> way, List<LayerSpec> changed) {
    if (way.isEmpty()) {
      return changed;
    }
    Step step = way.getFirst();
    return layers.stream()
        .map(
            layer ->
                layer.name().equals(step.layer())
                    ? layer.with(
                        step.argument(),
                        replaced(
                            layer.layers(step.argument()), way.subList(1, way.size()), changed))
                    : layer)
        .toList();
  }

  private static Optional<LayerSpec> find(List<LayerSpec> layers, String name) {
    return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }
}
