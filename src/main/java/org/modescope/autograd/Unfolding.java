package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Lays the windows of an image out as columns, so that a convolution becomes a matrix product, and
/// adds columns back up into an image for the gradient.
///
/// The columns form a matrix `[channels·height·width, outputs]`: one row per element of the window,
/// one column per place of it (K. Chellapilla et al., "High performance convolutional neural
/// networks for document processing", 2006).
record Unfolding(Grid grid, int channels, int rows, int columns) {

  int windowSize() {
    return channels * grid.height() * grid.width();
  }

  int outputs() {
    return grid.outputHeight(rows) * grid.outputWidth(columns);
  }

  /// Writes the columns of the image that begins at element `image`.
  ///
  /// By way of arrays on the heap, which short stretches are copied between in a quarter of the
  /// time that they take from native memory to native memory.
  void unfold(MemorySegment source, long image, MemorySegment target) {
    float[] plane = new float[rows * columns];
    float[] values = new float[outputs()];
    int windowPlaces = grid.height() * grid.width();
    for (int element = 0; element < windowSize(); element++) {
      if (element % windowPlaces == 0) {
        long from = image + (long) channel(element) * plane.length;
        InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, plane, 0, plane.length);
      }
      collect(plane, element, values);
      long to = (long) element * values.length * Float.BYTES;
      InPieces.copy(values, 0, target, JAVA_FLOAT, to, values.length);
    }
  }

  /// Writes the sums of columns to the image that begins at element `image`.
  void fold(MemorySegment source, MemorySegment target, long image) {
    float[] plane = new float[rows * columns];
    float[] values = new float[outputs()];
    int windowPlaces = grid.height() * grid.width();
    for (int element = 0; element < windowSize(); element++) {
      long from = (long) element * values.length * Float.BYTES;
      InPieces.copy(source, JAVA_FLOAT, from, values, 0, values.length);
      addTo(plane, element, values);
      if (element % windowPlaces == windowPlaces - 1) {
        long to = image + (long) channel(element) * plane.length;
        InPieces.copy(plane, 0, target, JAVA_FLOAT, to * Float.BYTES, plane.length);
        Arrays.fill(plane, 0);
      }
    }
  }

  /// Adds what each place of the window passes back by one of its elements.
  private void addTo(float[] plane, int element, float[] values) {
    int outWidth = grid.outputWidth(columns);
    int first = firstInside(element, outWidth);
    int count = endInside(element, outWidth) - first;
    int row = row(element, 0);
    for (int from = 0; from < values.length; from += outWidth) {
      if (row >= 0 && row < rows) {
        int line = row * columns + column(element, first);
        addEvery(grid.strideWidth(), values, from + first, plane, line, count);
      }
      row += grid.strideHeight();
    }
  }

  private static void addEvery(
      int stride, float[] source, int from, float[] target, int to, int count) {
    if (stride == 1) {
      for (int i = 0; i < count; i++) {
        target[to + i] += source[from + i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      target[to + i * stride] += source[from + i];
    }
  }

  /// What one element of the window sees at each of its places.
  private void collect(float[] plane, int element, float[] values) {
    int outWidth = grid.outputWidth(columns);
    int first = firstInside(element, outWidth);
    int end = endInside(element, outWidth);
    int stride = grid.strideWidth();
    int row = row(element, 0);
    for (int to = 0; to < values.length; to += outWidth) {
      boolean inside = row >= 0 && row < rows && first < end;
      int begin = inside ? to + first : to + outWidth;
      int line = row * columns + column(element, first);
      Arrays.fill(values, to, begin, 0);
      if (inside && stride == 1) {
        System.arraycopy(plane, line, values, begin, end - first);
      } else if (inside) {
        copyEvery(stride, plane, line, values, begin, end - first);
      }
      Arrays.fill(values, inside ? to + end : begin, to + outWidth, 0);
      row += grid.strideHeight();
    }
  }

  private static void copyEvery(
      int stride, float[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = source[from + i * stride];
    }
  }

  private int channel(int element) {
    return element / (grid.height() * grid.width());
  }

  private int row(int element, int y) {
    return grid.row(y, element / grid.width() % grid.height());
  }

  private int column(int element, int x) {
    return grid.column(x, element % grid.width());
  }

  private int firstInside(int element, int outWidth) {
    int start = column(element, 0);
    return start >= 0 ? 0 : Math.min(outWidth, Math.ceilDiv(-start, grid.strideWidth()));
  }

  private int endInside(int element, int outWidth) {
    int last = Math.floorDiv(columns - 1 - column(element, 0), grid.strideWidth());
    return Math.clamp(last + 1, firstInside(element, outWidth), outWidth);
  }
}
