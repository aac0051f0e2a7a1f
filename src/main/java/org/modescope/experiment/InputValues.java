package org.modescope.experiment;

import org.modescope.autograd.RandomStream;

/// The numbers behind an input.
public final class InputValues {
  private InputValues() {}

  /// The input's values, row-major.
  public static float[] of(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn -> draw(drawn);
      case InputSpec.Values written -> written.values();
      case InputSpec.FromDataSet rows -> rows.dataSet().rows(rows.firstRow(), rows.rows());
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
}
