package org.modescope.experiment;

import java.util.List;
import org.modescope.autograd.RandomStream;

/// The numbers behind an input.
public final class InputValues {
  private InputValues() {}

  /// The input's values, row-major.
  public static float[] of(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn -> draw(drawn);
      case InputSpec.Values written -> written.values();
      case InputSpec.FromSafetensors tensor -> tensor.values();
      case InputSpec.FromDataSet rows -> rows(rows);
      case InputSpec.FromCsv csv -> rows(csv);
    };
  }

  private static float[] draw(InputSpec.Drawn drawn) {
    RandomStream stream = RandomStream.of(drawn.seed()).child("input");
    float[] values = new float[Math.toIntExact(drawn.shape().elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (drawn.distribution()) {
            case NORMAL -> (float) stream.normal(i);
            case UNIFORM -> (float) stream.uniform(i);
            case ZEROS -> 0;
            case ONES -> 1;
          };
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
