package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A plane of an image with its padding, dealt out so that what one element of a window sees at all
/// places lies in a row: place `i` sees element `i + offset` of a part. A convolution is then one
/// long loop, or one matrix product, for each element of the window.
///
/// There is one part for every step of a stride: pixel (y, x) of the padded plane lies in the part
/// (y mod stride, x mod stride). Places are numbered with the parts' rows, which are longer than
/// the result's: what comes out at the [#width] − columns last places of a row means nothing.
final class PaddedPlane {
  private final Grid grid;
  private final int rows;
  private final int columns;
  private final int height;
  private final int width;
  private final float[] plane;
  private final float[][] parts;

  PaddedPlane(Grid grid, int rows, int columns) {
    this.grid = grid;
    this.rows = rows;
    this.columns = columns;
    height = grid.outputHeight(rows) + reach(grid.height(), grid.dilationHeight(), true);
    width = grid.outputWidth(columns) + reach(grid.width(), grid.dilationWidth(), false);
    plane = new float[rows * columns];
    parts = new float[grid.strideHeight() * grid.strideWidth()][height * width];
  }

  private int reach(int window, int dilation, boolean isHeight) {
    return (window - 1) * dilation / (isHeight ? grid.strideHeight() : grid.strideWidth());
  }

  /// The length of a part's row.
  int width() {
    return width;
  }

  /// The elements of a part.
  int size() {
    return height * width;
  }

  /// How many places there are, from the first to the last.
  int places() {
    return (grid.outputHeight(rows) - 1) * width + grid.outputWidth(columns);
  }

  /// The part that an element of the window sees.
  float[] part(int element) {
    int row = element / grid.width() * grid.dilationHeight() % grid.strideHeight();
    int column = element % grid.width() * grid.dilationWidth() % grid.strideWidth();
    return parts[row * grid.strideWidth() + column];
  }

  /// Where in its part the first place sees it.
  int offset(int element) {
    int row = element / grid.width() * grid.dilationHeight() / grid.strideHeight();
    return row * width + element % grid.width() * grid.dilationWidth() / grid.strideWidth();
  }

  /// Reads the plane that begins at that element. The padding stays 0.
  void read(MemorySegment source, long from) {
    InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, plane, 0, plane.length);
    for (int row = 0; row < rows; row++) {
      for (int step = 0; step < grid.strideWidth(); step++) {
        Line line = line(row, step);
        if (grid.strideWidth() == 1) {
          System.arraycopy(plane, line.pixel, line.part, line.first, line.count);
        } else {
          for (int i = 0; i < line.count; i++) {
            line.part[line.first + i] = plane[line.pixel + i * grid.strideWidth()];
          }
        }
      }
    }
  }

  /// Fills all parts with 0.
  void clear() {
    for (float[] part : parts) {
      Arrays.fill(part, 0);
    }
  }

  /// Writes the plane, without its padding, to where it begins at that element.
  void write(MemorySegment target, long to) {
    // Pixels that no window reaches are in no part.
    Arrays.fill(plane, 0);
    for (int row = 0; row < rows; row++) {
      for (int step = 0; step < grid.strideWidth(); step++) {
        Line line = line(row, step);
        if (grid.strideWidth() == 1) {
          System.arraycopy(line.part, line.first, plane, line.pixel, line.count);
        } else {
          for (int i = 0; i < line.count; i++) {
            plane[line.pixel + i * grid.strideWidth()] = line.part[line.first + i];
          }
        }
      }
    }
    InPieces.copy(plane, 0, target, JAVA_FLOAT, to * Float.BYTES, plane.length);
  }

  /// The pixels of one row that lie in one part.
  ///
  /// @param first where in the part the first of them lies
  /// @param pixel which pixel of the plane that is
  private record Line(float[] part, int first, int pixel, int count) {}

  private Line line(int row, int step) {
    int paddedRow = row + grid.paddingHeight();
    int stride = grid.strideWidth();
    float[] part = parts[paddedRow % grid.strideHeight() * stride + step];
    int first = Math.max(0, Math.ceilDiv(grid.paddingWidth() - step, stride));
    int column = first * stride + step - grid.paddingWidth();
    int partRow = paddedRow / grid.strideHeight();
    int inside = column < columns ? (columns - 1 - column) / stride + 1 : 0;
    int count = partRow < height ? Math.clamp(width - first, 0, inside) : 0;
    return count == 0
        ? new Line(part, 0, 0, 0)
        : new Line(part, partRow * width + first, row * columns + column, count);
  }
}
