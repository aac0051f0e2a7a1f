package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.TypeRules.Passes;
import org.modescope.experiment.TypeRules.Refuses;
import org.modescope.nn.Mode;

/// The first layer that does not take numbers of the input's type, as PyTorch would not.
///
/// @param layer the layer's path
/// @param type what it is given
/// @param text what PyTorch says
/// @param takesIndices whether the layer takes whole numbers, and nothing else
public record TypeMisfit(String layer, NumberType type, String text, boolean takesIndices) {

  /// Follows the type of an input through an experiment's layers, up to one that does not take its
  /// shape.
  public static Optional<TypeMisfit> of(Experiment experiment, InputSpec input) {
    return of(experiment, input, Indices.type(experiment, input));
  }

  static Optional<TypeMisfit> of(Experiment experiment, InputSpec input, NumberType type) {
    if (type == NumberType.FLOAT && !Indices.areLookedUp(experiment.network())) {
      return Optional.empty();
    }
    Walk walk = new Walk();
    walk.follow(experiment.network(), "", experiment.mode(), input.shape(), type);
    return walk.misfit;
  }

  private static final class Walk {
    private Optional<TypeMisfit> misfit = Optional.empty();
    private boolean isOver;

    NumberType follow(
        List<LayerSpec> layers, String prefix, Mode mode, Shape input, NumberType type) {
      Shape given = input;
      NumberType now = type;
      for (LayerSpec layer : layers) {
        String path = prefix + layer.name();
        Mode own = layer.mode().orElse(mode);
        if (layer.type().isContainer()) {
          now = inside(layer, path, own, given, now);
        }
        if (isOver || !(ShapeRules.apply(layer, given) instanceof ShapeRules.Fits(Shape output))) {
          isOver = true;
          return now;
        }
        now = through(layer, path, now, TypeRules.apply(layer, own, now, given, output));
        given = output;
      }
      return now;
    }

    /// What comes out of branches that are added up is the widest of their types: the input's own,
    /// unless that is whole numbers and one of them makes fractions.
    private NumberType inside(
        LayerSpec container, String path, Mode mode, Shape given, NumberType type) {
      NumberType joined = type;
      for (List<LayerSpec> way : container.ways()) {
        NumberType output = follow(way, path + ".", mode, given, type);
        joined = output == type ? joined : output;
      }
      return joined;
    }

    private NumberType through(
        LayerSpec layer, String path, NumberType type, TypeRules.Verdict verdict) {
      return switch (verdict) {
        case Passes(NumberType output) -> output;
        case Refuses(String text) -> {
          misfit =
              Optional.of(new TypeMisfit(path, type, text, layer.type() == LayerType.EMBEDDING));
          isOver = true;
          yield type;
        }
      };
    }
  }
}
