package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;

/// The shapes between an experiment's layers, found without running or allocating anything.
///
/// @param outputs the output shape of each layer, up to the first that does not fit
/// @param misfit the first layer that cannot take what it is given, if there is one
public record ShapeCheck(List<Shape> outputs, Optional<Misfit> misfit) {

  public ShapeCheck {
    outputs = List.copyOf(outputs);
  }

  /// A layer that cannot take its input.
  ///
  /// @param index the layer's index in the net
  /// @param problem what it was given and what it expects
  /// @param fitted the layer changed so that it fits, where one change does it
  /// @param kind whether the net or memory could not take it
  public record Misfit(int index, ShapeProblem problem, Optional<LayerSpec> fitted, Kind kind) {
    /// The problem in English.
    public String message() {
      return problem.message();
    }
  }

  /// Why a layer cannot take its input.
  public enum Kind {
    SHAPE,
    MEMORY
  }

  /// @throws TooLargeException if what comes out of a layer would not fit into memory
  public static void checkSize(Experiment experiment) {
    checkSize(experiment, experiment.input().shape());
  }

  /// The same for an input of another shape.
  ///
  /// @throws TooLargeException if what comes out of a layer would not fit into memory
  public static void checkSize(Experiment experiment, Shape input) {
    of(experiment.network(), input)
        .misfit()
        .filter(misfit -> misfit.kind() == Kind.MEMORY)
        .ifPresent(
            misfit -> {
              String layer = experiment.network().get(misfit.index()).name();
              throw new TooLargeException(layer, "", "%s: %s".formatted(layer, misfit.message()));
            });
  }

  /// Follows the shapes through a net.
  public static ShapeCheck of(Experiment experiment) {
    return of(experiment.network(), experiment.input().shape());
  }

  /// Follows a shape through layers, one after another.
  public static ShapeCheck of(List<LayerSpec> layers, Shape input) {
    List<Shape> outputs = new ArrayList<>();
    Shape shape = input;
    for (int index = 0; index < layers.size(); index++) {
      switch (ShapeRules.apply(layers.get(index), shape)) {
        case ShapeRules.Fits(Shape output) -> {
          shape = output;
          outputs.add(output);
        }
        case ShapeRules.Refuses(ShapeProblem problem, Optional<LayerSpec> fitted) -> {
          return misfit(outputs, new Misfit(index, problem, fitted, Kind.SHAPE));
        }
        case ShapeRules.TooLarge(ShapeProblem problem) -> {
          return misfit(outputs, new Misfit(index, problem, Optional.empty(), Kind.MEMORY));
        }
      }
    }
    return new ShapeCheck(outputs, Optional.empty());
  }

  private static ShapeCheck misfit(List<Shape> outputs, Misfit misfit) {
    return new ShapeCheck(outputs, Optional.of(misfit));
  }

  /// How many numbers a layer learns.
  public static long parameters(LayerSpec layer) {
    return layer.type().isContainer()
        ? layer.children().stream().mapToLong(ShapeCheck::parameters).sum()
        : LayerState.of(layer).learned();
  }
}
