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
  private long poolPlane(
      Array x, long plane, Planes planes, Array result, Array indices, long firstResult) {
    MemorySegment values = x.floats();
    int outHeight = result.shape().size(-2);
    int outWidth = result.shape().size(-1);
    long to = firstResult;
    for (int outRow = 0; outRow < outHeight; outRow++) {
      int top = outRow * grid.strideHeight() - grid.paddingHeight();
      int firstRow = firstInside(top, grid.dilationHeight());
      int endRow = Math.min(planes.rows(), top + grid.height() * grid.dilationHeight());
      for (int outColumn = 0; outColumn < outWidth; outColumn++) {
        int left = outColumn * grid.strideWidth() - grid.paddingWidth();
        int firstColumn = firstInside(left, grid.dilationWidth());
        int endColumn = Math.min(planes.columns(), left + grid.width() * grid.dilationWidth());
        int found = firstRow * planes.columns() + firstColumn;
        float largest = Float.NEGATIVE_INFINITY;
        for (int row = firstRow; row < endRow; row += grid.dilationHeight()) {
          int line = row * planes.columns();
          for (int column = firstColumn; column < endColumn; column += grid.dilationWidth()) {
            float value = values.getAtIndex(JAVA_FLOAT, plane + line + column);
            // Neither choice is predictable, so both are made without a jump.
            boolean isLarger = value > largest | Float.isNaN(value);
            largest = isLarger ? value : largest;
            found = isLarger ? line + column : found;
          }
        }
        result.put(to, largest);
        indices.putIndex(to, found);
        to++;
      }
    }
    return to;
  }

  /// The first place of a window that is not in the padding before the image.
  private static int firstInside(int start, int dilation) {
    return start >= 0 ? start : start + Math.ceilDiv(-start, dilation) * dilation;
  }
}
