package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Refusal;
import org.modescope.words.Activity;
import org.modescope.words.Text;

/// What a layer's card shows, apart from its arguments.
///
/// @param layer the layer as the experiment describes it
/// @param parameters how many numbers it learns
/// @param activity what it is doing now, where that depends on the mode
/// @param output the shape it hands on; empty where that is not known
/// @param trouble what is wrong with it
/// @param findings what the last run found at it, in a sentence or two
/// @param alone whether it is the net's only layer, or the only branch of a Concat, which cannot be
///   removed
public record LayerFace(
    LayerSpec layer,
    long parameters,
    Optional<Activity> activity,
    Optional<Shape> output,
    Optional<CardTrouble> trouble,
    List<String> findings,
    boolean alone) {

  public LayerFace {
    findings = List.copyOf(findings);
  }

  /// The faces of all layers of a nest.
  ///
  /// @param told what the last run tells, if nothing has changed since
  static List<LayerFace> of(LayerNest nest, Experiment experiment, CardFindings told, Text text) {
    List<LayerSpec> layers = nest.layers(experiment);
    ShapeCheck shapes =
        nest.given(experiment)
            .map(given -> ShapeCheck.of(layers, given))
            .orElseGet(() -> new ShapeCheck(List.of(), Optional.empty()));
    return layers.stream()
        .map(
            layer -> {
              int index = layers.indexOf(layer);
              return new LayerFace(
                  layer,
                  ShapeCheck.parameters(layer),
                  Activity.of(layer, experiment.withMode(nest.mode(experiment))),
                  index < shapes.outputs().size()
                      ? Optional.of(shapes.outputs().get(index))
                      : Optional.empty(),
                  trouble(nest, layer, index, shapes, experiment, told.refusal(), text),
                  told.about(nest.path(layer.name()), text),
                  layers.size() == 1 && !nest.mayBeEmpty(experiment));
            })
        .toList();
  }

  private static Optional<CardTrouble> trouble(
      LayerNest nest,
      LayerSpec layer,
      int index,
      ShapeCheck shapes,
      Experiment experiment,
      Optional<Refusal> refusal,
      Text text) {
    // PyTorch's own words say more than the shape check, so they come first.
    Optional<CardTrouble> refused =
        refusal
            .filter(each -> each.layer().equals(nest.path(layer.name())))
            .map(told -> CardTrouble.of(told, experiment, text));
    return refused.or(
        () ->
            shapes
                .misfit()
                .filter(misfit -> misfit.index() == index)
                .map(misfit -> CardTrouble.of(misfit, shapes, nest, experiment, text)));
  }
}
