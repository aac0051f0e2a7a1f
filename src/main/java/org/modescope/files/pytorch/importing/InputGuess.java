package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;

/// An input that a net takes, where the source has none: rows of as many features as the first
/// layer asks for, or square images of a usual size.
final class InputGuess {
  private static final int ROWS = 32;
  private static final int FEW_ROWS = 2;
  private static final int LARGE = 64;
  private static final int USUAL_LENGTH = 10;
  private static final int LONGEST = 512;
  private static final int[] SIDES = {28, 32, 8, 64, 96, 128, 224, 227, 256, 299, 16};

  private InputGuess() {}

  /// The first usual shape that goes all the way through; empty if none does.
  static Optional<Shape> of(List<LayerSpec> layers) {
    return shapes(layers)
        .filter(shape -> ShapeCheck.of(layers, shape).misfit().isEmpty())
        .filter(shape -> keepsRows(layers, shape))
        .findFirst()
        .or(
            () ->
                shapes(layers)
                    .filter(shape -> ShapeCheck.of(layers, shape).misfit().isEmpty())
                    .findFirst());
  }

  /// A view that cuts images apart fits many sizes; the one that was meant leaves rows whole.
  private static boolean keepsRows(List<LayerSpec> layers, Shape shape) {
    Shape output = ShapeCheck.of(layers, shape).outputs().getLast();
    return output.rank() > 0 && output.size(0) == shape.size(0);
  }

  private static Stream<Shape> shapes(List<LayerSpec> layers) {
    Optional<LayerSpec> first = first(layers);
    if (first.isEmpty()) {
      return Stream.of(Shape.of(ROWS, 10));
    }
    if (first.get().type() == LayerType.EMBEDDING) {
      return IntStream.concat(IntStream.of(USUAL_LENGTH), IntStream.rangeClosed(1, LONGEST))
          .mapToObj(length -> Shape.of(ROWS, length));
    }
    int channels = channels(first.get());
    Stream<Shape> rows = Stream.of(Shape.of(ROWS, channels));
    Stream<Shape> images =
        IntStream.of(SIDES)
            .mapToObj(side -> Shape.of(side > LARGE ? FEW_ROWS : ROWS, channels, side, side));
    // A flattening before the first layer takes images of one channel.
    Stream<Shape> flattened =
        IntStream.of(SIDES)
            .filter(side -> channels % (side * side) == 0)
            .mapToObj(side -> Shape.of(ROWS, channels / (side * side), side, side));
    return Stream.of(rows, images, flattened).flatMap(shapes -> shapes);
  }

  private static Optional<LayerSpec> first(List<LayerSpec> layers) {
    for (LayerSpec layer : layers) {
      Optional<LayerSpec> found =
          layer.type().isContainer() ? first(layer.children()) : Optional.of(layer);
      if (found.filter(InputGuess::asksForInput).isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean asksForInput(LayerSpec layer) {
    return layer.type() == LayerType.EMBEDDING || channels(layer) > 0;
  }

  /// Indices of a shape, where a net looks them up; empty where it computes with its input.
  static Optional<InputSpec> ofShape(List<LayerSpec> layers, Shape shape) {
    return first(layers)
        .filter(layer -> layer.type() == LayerType.EMBEDDING)
        .map(layer -> WholeNumbers.of(shape, 0, layer.integer("num_embeddings")));
  }

  private static int channels(LayerSpec layer) {
    return Stream.of("in_features", "in_channels", "num_features", "num_channels")
        .map(name -> layer.arguments().get(name))
        .filter(Integer.class::isInstance)
        .mapToInt(Integer.class::cast)
        .findFirst()
        .orElse(0);
  }
}
