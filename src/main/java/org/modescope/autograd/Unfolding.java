package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

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
  void unfold(MemorySegment source, long image, MemorySegment target) {
    int outHeight = grid.outputHeight(rows);
    int outWidth = grid.outputWidth(columns);
    long to = 0;
    for (int element = 0; element < windowSize(); element++) {
      long plane = image + (long) channel(element) * rows * columns;
      for (int y = 0; y < outHeight; y++) {
        int row = row(element, y);
        if (row < 0 || row >= rows) {
          fillZero(target, to, outWidth);
        } else {
          unfoldRow(source, plane + (long) row * columns, target, to, element, outWidth);
        }
        to += outWidth;
      }
    }
  }

  /// Adds columns to the image that begins at element `image`.
  void fold(MemorySegment source, MemorySegment target, long image) {
    int outHeight = grid.outputHeight(rows);
    int outWidth = grid.outputWidth(columns);
    long from = 0;
    for (int element = 0; element < windowSize(); element++) {
      long plane = image + (long) channel(element) * rows * columns;
      for (int y = 0; y < outHeight; y++) {
        int row = row(element, y);
        if (row >= 0 && row < rows) {
          foldRow(source, from, target, plane + (long) row * columns, element, outWidth);
        }
        from += outWidth;
      }
    }
  }

  private void unfoldRow(
      MemorySegment source, long line, MemorySegment target, long to, int element, int outWidth) {
    int first = firstInside(element, outWidth);
    int end = endInside(element, outWidth);
    fillZero(target, to, first);
    long from = line + column(element, first);
    // Rows are short: a loop beats a bulk copy, whose call alone takes as long as some thirty
    // elements.
    if (grid.strideWidth() == 1) {
      for (int x = first; x < end; x++) {
        target.setAtIndex(JAVA_FLOAT, to + x, source.getAtIndex(JAVA_FLOAT, from - first + x));
      }
    } else {
      for (int x = first; x < end; x++) {
        long step = (long) (x - first) * grid.strideWidth();
        target.setAtIndex(JAVA_FLOAT, to + x, source.getAtIndex(JAVA_FLOAT, from + step));
      }
    }
    fillZero(target, to + end, outWidth - end);
  }

  private void foldRow(
      MemorySegment source, long from, MemorySegment target, long line, int element, int outWidth) {
    int end = endInside(element, outWidth);
    for (int x = firstInside(element, outWidth); x < end; x++) {
      long index = line + column(element, x);
      float sum = target.getAtIndex(JAVA_FLOAT, index) + source.getAtIndex(JAVA_FLOAT, from + x);
      target.setAtIndex(JAVA_FLOAT, index, sum);
    }
  }

  private int channel(int element) {
    return element / (grid.height() * grid.width());
  }

  private int row(int element, int y) {
    int windowRow = element / grid.width() % grid.height();
    return y * grid.strideHeight() - grid.paddingHeight() + windowRow * grid.dilationHeight();
  }

  private int column(int element, int x) {
    int windowColumn = element % grid.width();
    return x * grid.strideWidth() - grid.paddingWidth() + windowColumn * grid.dilationWidth();
  }

  private int firstInside(int element, int outWidth) {
    int start = column(element, 0);
    return start >= 0 ? 0 : Math.min(outWidth, Math.ceilDiv(-start, grid.strideWidth()));
  }

  private int endInside(int element, int outWidth) {
    int last = Math.floorDiv(columns - 1 - column(element, 0), grid.strideWidth());
    return Math.clamp(last + 1, firstInside(element, outWidth), outWidth);
  }

  private static void fillZero(MemorySegment target, long from, int count) {
    for (int i = 0; i < count; i++) {
      target.setAtIndex(JAVA_FLOAT, from + i, 0f);
    }
  }
}
