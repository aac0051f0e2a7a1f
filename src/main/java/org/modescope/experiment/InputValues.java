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
    return of(input, input, generator);
  }

  /// The same for rows that are standardized by others.
  ///
  /// @param reference whose rows' mean and standard deviation `standardize` takes, where it has the
  ///   same columns or channels; otherwise they are the input's own
  static float[] of(InputSpec input, InputSpec reference, Generator generator) {
    return switch (input) {
      case InputSpec.Drawn drawn -> draw(drawn, drawn.shape(), generator(drawn, generator));
      case InputSpec.Values written -> written.values();
      case InputSpec.FromSafetensors tensor -> tensor.values();
      case InputSpec.FromDataSet rows -> rows(rows, reference);
      case InputSpec.FromCsv csv -> rows(csv, reference);
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

  private static float[] rows(InputSpec.FromDataSet input, InputSpec reference) {
    float[] values = raw(input);
    if (input.standardize()) {
      standardize(input, values, reference);
    }
    return values;
  }

  private static float[] rows(InputSpec.FromCsv input, InputSpec reference) {
    float[] values = raw(input);
    if (input.standardize()) {
      standardize(input, values, reference);
    }
    return values;
  }

  private static void standardize(InputSpec input, float[] values, InputSpec reference) {
    boolean hasSameColumns =
        !reference.equals(input)
            && reference.shape().rank() == input.shape().rank()
            && reference.shape().with(0, 1).equals(input.shape().with(0, 1));
    if (hasSameColumns && reference instanceof InputSpec.FromDataSet rows) {
      Standardization.apply(rows.shape(), raw(rows), values);
    } else if (hasSameColumns && reference instanceof InputSpec.FromCsv csv) {
      Standardization.apply(csv.shape(), raw(csv), values);
    } else {
      Standardization.apply(input.shape(), values);
    }
  }

  private static float[] raw(InputSpec.FromDataSet input) {
    DataSet dataSet = input.dataSet();
    float[] raw = dataSet.values(input.classes(), input.rows());
    return input
        .resize()
        .map(size -> ImageResize.apply(raw, dataSet.imageSize().orElseThrow(), size))
        .orElse(raw);
  }

  private static float[] raw(InputSpec.FromCsv input) {
    List<double[]> columns =
        input.columns().stream().map(name -> input.table().numbers(name, input.rows())).toList();
    float[] values = new float[Math.toIntExact(input.shape().elements())];
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < input.rows().count(); row++) {
        values[row * columns.size() + column] = (float) columns.get(column)[row];
      }
    }
    return values;
  }
}
