package org.modescope.ui.chart.heat;

import java.util.Optional;
import org.modescope.autograd.Shape;

/// How numbers of a tensor lie on a page: as one table, or as several of the same size side by
/// side, such as the maps of an image's channels.
///
/// A number is known by its index in the tensor, row-major.
///
/// @param values all numbers of the tensor
/// @param tiles how many tables
/// @param rows of each table
/// @param columns of each table
/// @param base the index of the first number on the page
/// @param tileStep from a number to that at the same place of the next table
/// @param rowStep from a number to the one below
/// @param columnStep from a number to the next in its row
/// @param isImage whether rows and columns are those of pixels
public record HeatSheet(
    float[] values,
    int tiles,
    int rows,
    int columns,
    int base,
    int tileStep,
    int rowStep,
    int columnStep,
    boolean isImage) {

  /// Where a number lies.
  public record Place(int tile, int row, int column) {}

  /// One table: rows of a batch, or the only row there is. What has more than two axes has its
  /// first one down and all others along the rows.
  public static HeatSheet table(Shape shape, float[] values) {
    int columns = shape.rank() == 0 ? 1 : columns(shape);
    int rows = values.length / Math.max(1, columns);
    return new HeatSheet(values, 1, rows, columns, 0, 0, columns, 1, false);
  }

  private static int columns(Shape shape) {
    if (shape.rank() == 1) {
      return shape.size(0);
    }
    return Math.toIntExact(shape.elements() / Math.max(1, shape.size(0)));
  }

  /// The maps of one channel, an image after another; a table of the channel's numbers where it has
  /// a line of them for each sample.
  public static HeatSheet channel(Shape shape, float[] values, int channel) {
    int run = run(shape);
    int channels = shape.size(1);
    int step = channels * run;
    return shape.rank() == 4
        ? new HeatSheet(
            values,
            shape.size(0),
            shape.size(2),
            shape.size(3),
            channel * run,
            step,
            shape.size(3),
            1,
            true)
        : new HeatSheet(values, 1, shape.size(0), run, channel * run, 0, step, 1, false);
  }

  /// The maps of one image, a channel after another.
  public static HeatSheet image(Shape shape, float[] values, int image) {
    int run = run(shape);
    int base = image * shape.size(1) * run;
    return shape.rank() == 4
        ? new HeatSheet(
            values, shape.size(1), shape.size(2), shape.size(3), base, run, shape.size(3), 1, true)
        : new HeatSheet(values, 1, shape.size(1), run, base, 0, run, 1, false);
  }

  private static int run(Shape shape) {
    int run = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      run *= shape.size(axis);
    }
    return run;
  }

  public int index(int tile, int row, int column) {
    return base + tile * tileStep + row * rowStep + column * columnStep;
  }

  float value(int tile, int row, int column) {
    return values[index(tile, row, column)];
  }

  public boolean isEmpty() {
    return values.length == 0 || tiles == 0 || rows == 0 || columns == 0;
  }

  /// Where a number lies; empty if it is not on the page.
  public Optional<Place> place(int index) {
    for (int tile = 0; tile < (tileStep == 0 ? 1 : tiles); tile++) {
      int within = index - base - tile * tileStep;
      int row = within < 0 ? -1 : within / rowStep;
      int column = within < 0 ? -1 : within % rowStep / columnStep;
      if (row >= 0 && row < rows && column < columns) {
        return Optional.of(new Place(tile, row, column));
      }
    }
    return Optional.empty();
  }

  /// The largest magnitude on the page, rounded up to one that is easily read.
  public double limit() {
    return roundedUp(largest());
  }

  /// The largest magnitude on the page among numbers that are finite; 1 where all are 0.
  public double largest() {
    double largest = 0;
    for (int tile = 0; tile < tiles; tile++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          double magnitude = Math.abs(value(tile, row, column));
          largest = Double.isFinite(magnitude) ? Math.max(largest, magnitude) : largest;
        }
      }
    }
    return largest == 0 ? 1 : largest;
  }

  private static double roundedUp(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
      if (value <= step * unit * (1 + 1e-9)) {
        return step * unit;
      }
    }
    return 10 * unit;
  }
}
