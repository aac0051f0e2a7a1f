package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

/// A plane of an image on the heap, whose pixels are dealt out to smaller planes and collected from
/// them; one thread's work space for it.
final class DealtPlane {
  private final int rows;
  private final int columns;
  private final int paddingHeight;
  private final int paddingWidth;
  private final float[] pixels;

  /// @param paddingHeight rows of 0 that it counts as having above and below
  /// @param paddingWidth columns of 0 that it counts as having left and right
  DealtPlane(Planes planes, int paddingHeight, int paddingWidth) {
    rows = planes.rows();
    columns = planes.columns();
    this.paddingHeight = paddingHeight;
    this.paddingWidth = paddingWidth;
    pixels = new float[rows * columns];
  }

  /// Reads a plane of one pass, by its number.
  void read(Array array, int pass, long number) {
    long from = (array.offset(pass) + number * pixels.length) * Float.BYTES;
    InPieces.copy(array.floats(), JAVA_FLOAT, from, pixels, 0, pixels.length);
  }

  /// Writes it as a plane of one pass.
  void write(Array array, int pass, long number) {
    long to = (array.offset(pass) + number * pixels.length) * Float.BYTES;
    InPieces.copy(pixels, 0, array.floats(), JAVA_FLOAT, to, pixels.length);
  }

  /// Gives a smaller plane the pixels of one step of a grid's dilation.
  void takeEvery(Grid grid, int step, DealtPlane part) {
    int firstColumn = step % grid.dilationWidth() - paddingWidth;
    int firstRow = step / grid.dilationWidth() - paddingHeight;
    for (int y = 0; y < part.rows; y++) {
      int row = firstRow + y * grid.dilationHeight();
      boolean isInside = row >= 0 && row < rows;
      for (int x = 0; x < part.columns; x++) {
        int column = firstColumn + x * grid.dilationWidth();
        boolean isPixel = isInside && column >= 0 && column < columns;
        part.pixels[y * part.columns + x] = isPixel ? pixels[row * columns + column] : 0;
      }
    }
  }

  /// Takes the pixels of one step of a grid's dilation from a smaller plane.
  void putEvery(Grid grid, int step, DealtPlane part) {
    int firstColumn = step % grid.dilationWidth();
    int firstRow = step / grid.dilationWidth();
    for (int row = firstRow, y = 0; row < rows; row += grid.dilationHeight(), y++) {
      int from = y * part.columns;
      int to = row * columns;
      for (int column = firstColumn, x = 0; column < columns; column += grid.dilationWidth(), x++) {
        pixels[to + column] = part.pixels[from + x];
      }
    }
  }
}
