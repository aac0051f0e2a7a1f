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
  /// @param message what it was given and what it expects
  /// @param fitted the layer changed so that it fits, where one change does it
  public record Misfit(int index, String message, Optional<LayerSpec> fitted) {}

  /// Follows the shapes through a net.
  public static ShapeCheck of(Experiment experiment) {
    List<Shape> outputs = new ArrayList<>();
    Shape shape = experiment.input().shape();
    for (int index = 0; index < experiment.network().size(); index++) {
      LayerSpec layer = experiment.network().get(index);
      Optional<Misfit> misfit = misfit(index, layer, shape);
      if (misfit.isPresent()) {
        return new ShapeCheck(outputs, misfit);
      }
      shape = output(layer, shape);
      outputs.add(shape);
    }
    return new ShapeCheck(outputs, Optional.empty());
  }

  /// How many numbers a layer learns.
  public static long parameters(LayerSpec layer) {
    return switch (layer.type()) {
      case LINEAR ->
          (long) layer.integer("out_features")
              * (layer.integer("in_features") + (layer.flag("bias") ? 1 : 0));
      case BATCH_NORM_1D -> layer.flag("affine") ? 2L * layer.integer("num_features") : 0;
      case DROPOUT, RELU -> 0;
    };
  }

  private static Optional<Misfit> misfit(int index, LayerSpec layer, Shape input) {
    return switch (layer.type()) {
      case LINEAR ->
          mismatch(
              index, layer, "in_features", input.size(-1), "values per row (%s)".formatted(input));
      case BATCH_NORM_1D ->
          input.rank() == 2 || input.rank() == 3
              ? mismatch(
                  index, layer, "num_features", input.size(1), "channels (%s)".formatted(input))
              : Optional.of(
                  new Misfit(
                      index,
                      "expects rows of channels (2 or 3 axes), is given %s".formatted(input),
                      Optional.empty()));
      case DROPOUT, RELU -> Optional.empty();
    };
  }

  private static Optional<Misfit> mismatch(
      int index, LayerSpec layer, String argument, int given, String what) {
    int expected = layer.integer(argument);
    if (expected == given) {
      return Optional.empty();
    }
    return Optional.of(
        new Misfit(
            index,
            "%s is %,d, but it is given %,d %s".formatted(argument, expected, given, what),
            Optional.of(layer.with(argument, given))));
  }

  private static Shape output(LayerSpec layer, Shape input) {
    return switch (layer.type()) {
      case LINEAR -> input.with(-1, layer.integer("out_features"));
      case BATCH_NORM_1D, DROPOUT, RELU -> input;
    };
  }
}
