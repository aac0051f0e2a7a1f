package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec.Distribution;

/// What type the numbers of an input are to the net that is given them.
///
/// A tensor of a file has a type of its own. Numbers that are written down, drawn or read from a
/// table have none: they are 32-bit floats, unless the net looks them up in a table ([LayerType]
/// `Embedding`), which takes no floats, and all of them are whole; then they are 64-bit integers,
/// as `torch.tensor([[3, 1]])` is.
public final class Indices {
  private Indices() {}

  /// The type in which an experiment's net is given an input.
  public static NumberType type(Experiment experiment, InputSpec input) {
    boolean mayBeIndices =
        !(input instanceof InputSpec.FromSafetensors) && areLookedUp(experiment.network());
    if (!mayBeIndices
        || TypeMisfit.of(experiment, input, NumberType.FLOAT).isEmpty()
        || TypeMisfit.of(experiment, input, NumberType.LONG).isPresent()) {
      return input.type();
    }
    return areWhole(input) ? NumberType.LONG : input.type();
  }

  /// Whether a net has a layer that takes indices.
  public static boolean areLookedUp(List<LayerSpec> layers) {
    return firstTable(layers).isPresent();
  }

  /// The first layer of a net that takes indices; empty if none does.
  public static Optional<LayerSpec> firstTable(List<LayerSpec> layers) {
    return layers.stream()
        .flatMap(
            layer ->
                layer.type() == LayerType.EMBEDDING
                    ? Stream.of(layer)
                    : firstTable(layer.children()).stream())
        .findFirst();
  }

  /// Of a table all rows are asked, since other passes may be given others.
  private static boolean areWhole(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn ->
          drawn.distribution() == Distribution.ZEROS || drawn.distribution() == Distribution.ONES;
      case InputSpec.Values written -> areWhole(written.values());
      case InputSpec.FromSafetensors tensor -> areWhole(tensor.values());
      case InputSpec.FromDataSet rows ->
          areWhole(values(rows.withRows(new Rows(0, rows.dataSet().rows(rows.classes())))));
      case InputSpec.FromCsv csv -> areWhole(values(csv.withRows(new Rows(0, csv.table().rows()))));
    };
  }

  private static float[] values(InputSpec input) {
    return InputValues.of(input, Generator.seeded(0));
  }

  private static boolean areWhole(float[] values) {
    for (float value : values) {
      if (value != Math.rint(value) || Float.isInfinite(value)) {
        return false;
      }
    }
    return true;
  }
}
