package org.modescope.experiment;

import org.modescope.autograd.Shape;

/// Brings each column of a table `[N, F]`, or each channel of images `[N, C, H, W]`, to mean 0 and
/// standard deviation 1 (÷ n) over the rows at hand: what BatchNorm does in train mode, without its
/// ε. What does not vary becomes 0.
final class Standardization {
  private Standardization() {}

  /// @param values row-major, changed in place
  static void apply(Shape shape, float[] values) {
    apply(shape, values, values);
  }

  /// The same for other rows of the table: by the mean and the standard deviation of the rows at
  /// hand.
  ///
  /// @param shape of the rows at hand
  /// @param atHand row-major
  /// @param values row-major, changed in place
  static void apply(Shape shape, float[] atHand, float[] values) {
    int rows = shape.size(0);
    int columns = shape.size(1);
    int pixels = Math.toIntExact(shape.elements() / Math.max(1, (long) rows * columns));
    int changed = values.length / Math.max(1, columns);
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      for (int i = 0; i < rows * pixels; i++) {
        mean += atHand[index(i, column, columns, pixels)];
      }
      mean /= rows * pixels;
      double variance = 0;
      for (int i = 0; i < rows * pixels; i++) {
        double distance = atHand[index(i, column, columns, pixels)] - mean;
        variance += distance * distance;
      }
      double deviation = Math.sqrt(variance / (rows * pixels));
      for (int i = 0; i < changed; i++) {
        int index = index(i, column, columns, pixels);
        values[index] = deviation == 0 ? 0 : (float) ((values[index] - mean) / deviation);
      }
    }
  }

  /// Where the i-th number of a column lies, counted over rows and their pixels.
  private static int index(int i, int column, int columns, int pixels) {
    return (i / pixels * columns + column) * pixels + i % pixels;
  }
}
