package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The largest element under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Keeps x and, as 64-bit integers, where in its plane each largest element was. Of equals the
/// first counts; NaN counts as largest.
record MaxPool(Grid grid) implements Op {
  @Override
  public String torchName() {
    return "MaxPool2DWithIndicesBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Shape shape = planes.pooled(x.shape(), grid);
    Array result = Array.allocate(shape, x.passes());
    Array indices = Array.allocateIndices(shape, x.passes(), Storage.Role.VALUE);
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        to = poolPlane(x, from, planes, result, indices, to);
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
          long at = to + indices.indexAt(indices.offset(pass) + index);
          gradient.put(at, gradient.at(at) + gradOutput.at(gradOutput.offset(pass) + index));
        }
      }
    }
    return new @Nullable Array[] {gradient};
  }

  /// Pools one plane and returns where the next one's results go.
  ///
  /// Row by row, for each place in the window: a loop along a row is long enough to be fast, and
  /// taking the larger rank needs no jump, which could not be predicted.
  private long poolPlane(
      Array x, long plane, Planes planes, Array result, Array indices, long firstResult) {
    MemorySegment values = x.floats();
    int columns = planes.columns();
    long[] largest = new long[result.shape().size(-1)];
    long to = firstResult;
    for (int outRow = 0; outRow < result.shape().size(-2); outRow++) {
      int top = outRow * grid.strideHeight() - grid.paddingHeight();
      int firstRow = firstInside(top, grid.dilationHeight());
      int endRow = Math.min(planes.rows(), top + grid.height() * grid.dilationHeight());
      for (int out = 0; out < largest.length; out++) {
        int left = out * grid.strideWidth() - grid.paddingWidth();
        int first = firstRow * columns + firstInside(left, grid.dilationWidth());
        largest[out] = rank(Float.NEGATIVE_INFINITY, first);
      }
      for (int row = firstRow; row < endRow; row += grid.dilationHeight()) {
        takeLarger(values, plane, row * columns, columns, largest);
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
  private void takeLarger(MemorySegment values, long plane, int line, int columns, long[] largest) {
    int stride = grid.strideWidth();
    for (int j = 0; j < grid.width(); j++) {
      int start = j * grid.dilationWidth() - grid.paddingWidth();
      int first = start >= 0 ? 0 : Math.ceilDiv(-start, stride);
      int end = Math.min(largest.length, Math.floorDiv(columns - 1 - start, stride) + 1);
      for (int out = first; out < end; out++) {
        int index = line + start + out * stride;
        float value = values.getAtIndex(JAVA_FLOAT, plane + index);
        largest[out] = Math.max(largest[out], rank(value, index));
      }
    }
  }

  /// A number that is larger for larger values; of equals for the earlier, of NaNs for the later.
  private static long rank(float value, int index) {
    if (Float.isNaN(value)) {
      return (long) Integer.MAX_VALUE << 32 | index;
    }
    // The bits of floats order as whole numbers once those of negative ones are turned round.
    // Adding 0 makes −0 equal to 0.
    int bits = Float.floatToRawIntBits(value + 0f);
    int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
    return (long) ordered << 32 | Integer.MAX_VALUE - index;
  }

  private static int index(long rank) {
    boolean isNaN = rank >>> 32 == Integer.MAX_VALUE;
    return isNaN ? (int) rank : Integer.MAX_VALUE - (int) rank;
  }

  private static boolean isLowest(long rank) {
    return rank >> 32 == rank(Float.NEGATIVE_INFINITY, 0) >> 32;
  }

  /// The first place of a window that is not in the padding before the image.
  private static int firstInside(int start, int dilation) {
    return start >= 0 ? start : start + Math.ceilDiv(-start, dilation) * dilation;
  }
}
