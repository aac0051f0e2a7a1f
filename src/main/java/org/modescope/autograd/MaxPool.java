package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// The largest element under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Keeps x and, as 64-bit integers, where in its plane each largest element was. Of equals the
/// first counts; NaN counts as largest.
record MaxPool(Grid grid) implements Op {
  /// The bits of positive infinity: those of NaNs, without their sign, are larger.
  private static final int INFINITY = 0x7f800000;

  /// Where −∞ stands in the order of elements.
  private static final int LOWEST = -INFINITY;

  /// How many NaNs the order tells apart, less one.
  private static final int LAST_NAN = Integer.MAX_VALUE - INFINITY - 1;

  @Override
  public String torchName() {
    return "MaxPool2DWithIndicesBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.inAnyFormat(0, saver);
    if (x.format() == MemoryFormat.CHANNELS_LAST) {
      return ChannelsLastMaxPool.pool(grid, x);
    }
    Planes planes = Planes.of(x.shape());
    Shape shape = planes.pooled(x.shape(), grid);
    Array result = Array.allocate(shape, x.passes());
    Array indices = Array.allocateIndices(shape, x.passes(), Storage.Role.VALUE);
    int[] order = new int[Math.toIntExact(planes.size())];
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        readOrder(x, from, order);
        to = poolPlane(x, from, planes, order, result, indices, to);
      }
    }
    saver.save("self", x);
    saver.save("result1", indices);
    indices.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array indices = saved.get("result1");
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    int places = indices.size() / Math.max(1, planes.count());
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int plane = 0; plane < planes.count(); plane++) {
        long to = gradient.offset(pass) + plane * planes.size();
        for (int place = 0; place < places; place++) {
          long index = (long) plane * places + place;
          long found = indices.indexAt(indices.offset(pass) + index);
          // A window that lies in the padding found nothing, at a place outside of its plane.
          if (found < planes.size()) {
            long at = to + found;
            gradient.put(at, gradient.at(at) + gradOutput.at(gradOutput.offset(pass) + index));
          }
        }
      }
    }
    return new @Nullable Array[] {gradient};
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
