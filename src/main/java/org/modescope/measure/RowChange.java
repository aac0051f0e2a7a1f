package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;

/// A layer that makes another number of rows of those it is given: a view can cut one row into
/// several, and nothing else would say so.
///
/// @param layer the first such layer
/// @param given how many rows went in
/// @param returned how many came out of the net
public record RowChange(String layer, int given, int returned) {

  /// What became of the rows of an experiment whose output has been seen; empty if they are as many
  /// as before.
  public static Optional<RowChange> in(Experiment experiment, Shape output) {
    int given = rows(experiment.input().shape());
    int returned = rows(output);
    if (given == returned) {
      return Optional.empty();
    }
    List<Shape> outputs = ShapeCheck.of(experiment).outputs();
    return IntStream.range(0, outputs.size())
        .filter(index -> rows(outputs.get(index)) != given)
        .mapToObj(index -> experiment.network().get(index).name())
        .findFirst()
        .map(layer -> new RowChange(layer, given, returned));
  }

  private static int rows(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.size(0);
  }
}
