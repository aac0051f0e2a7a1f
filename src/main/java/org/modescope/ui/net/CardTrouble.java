package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.ShapeProblem;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.words.ExplanationWords;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What is wrong with a layer, for its card.
///
/// @param title what kind of trouble, such as `ValueError`
/// @param message what is wrong; PyTorch's own text where the net refused a pass
/// @param verbatim whether the message is PyTorch's
/// @param explanation what it means; empty where the message says it all
/// @param fixes what one click does about it, the likeliest first
record CardTrouble(
    String title, String message, boolean verbatim, String explanation, List<Fix> fixes) {
  private static final int ROWS_OF_NUMBERS = 2;

  CardTrouble {
    fixes = List.copyOf(fixes);
  }

  /// Something that one click does.
  record Fix(String text, Experiment experiment) {}

  /// The likeliest fix.
  Optional<Fix> fix() {
    return fixes.stream().findFirst();
  }

  /// @param shapes of the nest's layers, as far as they fit
  static CardTrouble of(
      ShapeCheck.Misfit misfit,
      ShapeCheck shapes,
      LayerNest nest,
      Experiment experiment,
      Text text) {
    List<LayerSpec> layers = nest.layers(experiment);
    List<Fix> fixes = new ArrayList<>();
    given(misfit.index(), shapes, nest, experiment)
        .filter(given -> given.rank() > ROWS_OF_NUMBERS)
        .filter(_ -> layers.get(misfit.index()).type() == LayerType.LINEAR)
        .ifPresent(given -> fixes.add(flatten(misfit.index(), given, nest, experiment, text)));
    LayerSpec unfit = layers.get(misfit.index());
    if (!unfit.type().isContainer()) {
      misfit
          .fitted()
          .map(
              fitted ->
                  new Fix(
                      Difference.between(unfit, fitted, text),
                      nest.with(experiment, LayerMoves.replace(layers, misfit.index(), fitted))))
          .ifPresent(fixes::add);
    } else {
      fixes.addAll(fixesInside(unfit, nest, experiment, text));
    }
    boolean isTorchs = misfit.problem() instanceof ShapeProblem.InTorchsWords;
    String message = new MisfitWords(text).of(misfit.problem());
    return new CardTrouble(text.say("net.misfit.title"), message, isTorchs, "", fixes);
  }

  /// What the first layer inside that does not fit can be given.
  private static List<Fix> fixesInside(
      LayerSpec container, LayerNest nest, Experiment experiment, Text text) {
    for (String argument : container.type().layerArguments()) {
      LayerNest inner = nest.inside(container.name(), argument);
      Optional<ShapeCheck> shapes =
          inner.given(experiment).map(given -> ShapeCheck.of(inner.layers(experiment), given));
      Optional<ShapeCheck.Misfit> misfit = shapes.flatMap(ShapeCheck::misfit);
      if (misfit.isPresent()) {
        return of(misfit.get(), shapes.get(), inner, experiment, text).fixes();
      }
    }
    return List.of();
  }

  private static Optional<Shape> given(
      int index, ShapeCheck shapes, LayerNest nest, Experiment experiment) {
    return index == 0 ? nest.given(experiment) : Optional.of(shapes.outputs().get(index - 1));
  }

  /// An image into a Linear is nearly always a forgotten Flatten.
  private static Fix flatten(
      int index, Shape given, LayerNest nest, Experiment experiment, Text text) {
    List<LayerSpec> layers = nest.layers(experiment);
    LayerSpec linear = layers.get(index);
    int features = (int) (given.elements() / given.size(0));
    String name = NewLayer.name(LayerType.FLATTEN, nest.neighbours(experiment));
    List<LayerSpec> fitted =
        LayerMoves.replace(layers, index, linear.with("in_features", features));
    return new Fix(
        RemedyWords.of(new Remedy.InsertFlatten(linear.name(), features), text),
        nest.with(
            experiment,
            LayerMoves.insert(
                fitted, index, List.of(LayerSpec.of(LayerType.FLATTEN, name, Map.of())))));
  }

  static CardTrouble of(Refusal refusal, Experiment experiment, Text text) {
    List<Fix> fixes =
        refusal.remedies().stream()
            .limit(1)
            .map(remedy -> new Fix(RemedyWords.of(remedy, text), remedy.apply(experiment)))
            .toList();
    return new CardTrouble(
        refusal.errorType(),
        refusal.message(),
        true,
        ExplanationWords.of(refusal.explanation(), text),
        fixes);
  }
}
