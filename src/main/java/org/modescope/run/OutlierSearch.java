package org.modescope.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.experiment.LabelledRows;
import org.modescope.measure.Diagnosis.Outlier;

/// Looks for a row that lies far from all others.
final class OutlierSearch {
  /// How much farther off than the row in the middle is worth a word.
  private static final double FAR = 10;

  private OutlierSearch() {}

  /// @param stopped whether to give up, asked before each column
  static Optional<Outlier> in(LabelledRows rows, BooleanSupplier stopped) {
    double[] distances = distances(rows.values(), rows.count(), stopped);
    if (stopped.getAsBoolean()) {
      return Optional.empty();
    }
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double middle = sorted[sorted.length / 2];
    double farthest = sorted[sorted.length - 1];
    if (middle == 0 || !(farthest > FAR * middle)) {
      return Optional.empty();
    }
    int row = 0;
    while (distances[row] != farthest) {
      row++;
    }
    return Optional.of(new Outlier(row, farthest / middle));
  }

  /// Of each row from the medians of all columns.
  private static double[] distances(float[] values, int rows, BooleanSupplier stopped) {
    int columns = values.length / rows;
    double[] distances = new double[rows];
    float[] column = new float[rows];
    for (int c = 0; c < columns && !stopped.getAsBoolean(); c++) {
      for (int row = 0; row < rows; row++) {
        column[row] = values[row * columns + c];
      }
      float[] sorted = column.clone();
      Arrays.sort(sorted);
      double median = sorted[rows / 2];
      for (int row = 0; row < rows; row++) {
        distances[row] += (column[row] - median) * (column[row] - median);
      }
    }
    return Arrays.stream(distances).map(Math::sqrt).toArray();
  }
}
