package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The largest element under a window over planes, `[…, H, W]`, and where in its plane it was. Of
/// equals the first counts; NaN counts as largest.
///
/// Elements are compared as whole numbers that hold their place as well: the larger of two is taken
/// without a jump.
record IndexedMaxPool(Grid grid) {
  /// The bits of positive infinity: those of NaNs, without their sign, are larger.
  private static final int INFINITY = 0x7f800000;

  /// Where −∞ stands in the order of elements.
  private static final int LOWEST = -INFINITY;

  /// How many NaNs the order tells apart, less one.
  private static final int LAST_NAN = Integer.MAX_VALUE - INFINITY - 1;

  /// Pools every plane: the largest elements to `result`, their places to `indices`.
  void pool(Array x, Array result, Array indices) {
    Planes planes = Planes.of(x.shape());
    int[] order = new int[Math.toIntExact(planes.size())];
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        readOrder(x, from, order);
        to = poolPlane(x, from, planes, order, result, indices, to);
      }
    }
  }

  /// Pools one plane and returns where the next one's results go.
  ///
  /// Row by row, for each place in the window: taking the larger rank needs no jump, which could
  /// not be predicted.
  ///
  /// @param order the plane's elements as [#order(int, int)] numbers them
  private long poolPlane(
      Array x, long plane, Planes planes, int[] order, Array result, Array indices, long first) {
    int columns = planes.columns();
    long[] largest = new long[result.shape().size(-1)];
    long to = first;
    for (int outRow = 0; outRow < result.shape().size(-2); outRow++) {
      int top = outRow * grid.strideHeight() - grid.paddingHeight();
      int firstRow = firstInside(top, grid.dilationHeight());
      int endRow = Math.min(planes.rows(), top + grid.height() * grid.dilationHeight());
      for (int out = 0; out < largest.length; out++) {
        int left = out * grid.strideWidth() - grid.paddingWidth();
        int firstIndex = firstRow * columns + firstInside(left, grid.dilationWidth());
        largest[out] = rank(LOWEST, firstIndex);
      }
      for (int row = firstRow; row < endRow; row += grid.dilationHeight()) {
        takeLarger(order, row * columns, columns, largest);
      }
      for (long rank : largest) {
        int found = index(rank);
        // A window that lies in the padding found nothing that could be read.
        result.put(to, isLowest(rank) ? Float.NEGATIVE_INFINITY : x.at(plane + found));
        indices.putIndex(to, found);
        to++;
      }
    }
    return to;
  }

  /// Compares one row of the image with the largest found so far.
  private void takeLarger(int[] order, int line, int columns, long[] largest) {
    int stride = grid.strideWidth();
    for (int j = 0; j < grid.width(); j++) {
      int start = j * grid.dilationWidth() - grid.paddingWidth();
      int first = start >= 0 ? 0 : Math.ceilDiv(-start, stride);
      int end = Math.min(largest.length, Math.floorDiv(columns - 1 - start, stride) + 1);
      for (int out = first; out < end; out++) {
        int index = line + start + out * stride;
        largest[out] = Math.max(largest[out], rank(order[index], index));
      }
    }
  }

  /// Reads a plane's elements as whole numbers in their order.
  private static void readOrder(Array x, long plane, int[] order) {
    MemorySegment.copy(
        x.floats(), ValueLayout.JAVA_INT, plane * Float.BYTES, order, 0, order.length);
    // On its own and without jumps, so that it is compiled to vector instructions.
    for (int i = 0; i < order.length; i++) {
      order[i] = order(order[i], i);
    }
  }

  /// A whole number that is larger for larger values, the same for 0 and −0; of NaNs, which are
  /// above all values, larger for the later.
  private static int order(int bits, int index) {
    int magnitude = bits & Integer.MAX_VALUE;
    int negative = bits >> 31;
    int isNaN = INFINITY - magnitude >> 31;
    int value = (magnitude ^ negative) - negative;
    return value & ~isNaN | INFINITY + 1 + Math.min(index, LAST_NAN) & isNaN;
  }

  /// A number that is larger for larger elements and, of equals, for the earlier.
  private static long rank(int order, int index) {
    return (long) order << 32 | Integer.MAX_VALUE - index;
  }

  private static int index(long rank) {
    return Integer.MAX_VALUE - (int) rank;
  }

  private static boolean isLowest(long rank) {
    return rank >> 32 == LOWEST;
  }

  /// The first place of a window that is not in the padding before the image.
  private static int firstInside(int start, int dilation) {
    return start >= 0 ? start : start + Math.ceilDiv(-start, dilation) * dilation;
  }
}
