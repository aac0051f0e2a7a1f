package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

/// The numbers behind an input.
public final class InputValues {
  private InputValues() {}

  /// The input's values, row-major.
  ///
  /// @param generator the experiment's; moves on by what is drawn from it
  public static float[] of(InputSpec input, Generator generator) {
    return switch (input) {
      case InputSpec.Drawn drawn -> draw(drawn, drawn.shape(), generator(drawn, generator));
      case InputSpec.Values written -> written.values();
      case InputSpec.FromSafetensors tensor -> tensor.values();
      case InputSpec.FromDataSet rows -> rows(rows);
      case InputSpec.FromCsv csv -> rows(csv);
    };
  }

  /// Moves the experiment's generator on by what the input's values would draw from it.
  public static void pass(InputSpec input, Generator generator) {
    if (input instanceof InputSpec.Drawn drawn && drawn.seed().isEmpty()) {
      draw(drawn, drawn.shape(), generator);
    }
  }

  /// What a drawn input's numbers are drawn from: a generator of its own, or the experiment's.
  static Generator generator(InputSpec.Drawn drawn, Generator experiments) {
    return drawn.seed().isPresent() ? Generator.seeded(drawn.seed().getAsLong()) : experiments;
  }

  /// The next numbers of a drawn input's distribution, as many as a shape has.
  static float[] draw(InputSpec.Drawn drawn, Shape shape, Generator generator) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    switch (drawn.distribution()) {
      case NORMAL -> generator.normal(values);
      case UNIFORM -> generator.uniform(values, 0, 1);
      case ZEROS -> {}
      case ONES -> Arrays.fill(values, 1);
    }
    return values;
  }

  private static float[] rows(InputSpec.FromDataSet input) {
    DataSet dataSet = input.dataSet();
    float[] raw = dataSet.values(input.classes(), input.rows());
    float[] values =
        input
            .resize()
            .map(size -> ImageResize.apply(raw, dataSet.imageSize().orElseThrow(), size))
            .orElse(raw);
    if (input.standardize()) {
      Standardization.apply(input.shape(), values);
    }
    return values;
  }

  private static float[] rows(InputSpec.FromCsv input) {
    List<double[]> columns = input.columns().stream().map(input.table()::numbers).toList();
    float[] values = new float[Math.toIntExact(input.shape().elements())];
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < input.rows().count(); row++) {
        values[row * columns.size() + column] =
            (float) columns.get(column)[input.rows().first() + row];
      }
    }
    if (input.standardize()) {
      Standardization.apply(input.shape(), values);
    }
    return values;
  }
}
