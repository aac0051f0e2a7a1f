package org.modescope.autograd;

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
    int outHeight = shape.size(-2);
    int outWidth = shape.size(-1);
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        for (int row = 0; row < outHeight; row++) {
          for (int column = 0; column < outWidth; column++) {
            int index = largest(x, from, planes, row, column);
            result.put(to, index < 0 ? Float.NEGATIVE_INFINITY : x.at(from + index));
            indices.putIndex(to, index);
            to++;
          }
        }
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

  private int largest(Array x, long plane, Planes planes, int outRow, int outColumn) {
    int firstRow = outRow * grid.strideHeight() - grid.paddingHeight();
    int firstColumn = outColumn * grid.strideWidth() - grid.paddingWidth();
    int found = -1;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < grid.height(); i++) {
      int row = firstRow + i * grid.dilationHeight();
      for (int j = 0; row >= 0 && row < planes.rows() && j < grid.width(); j++) {
        int column = firstColumn + j * grid.dilationWidth();
        if (column < 0 || column >= planes.columns()) {
          continue;
        }
        int index = row * planes.columns() + column;
        float value = x.at(plane + index);
        if (found < 0 || value > largest || Float.isNaN(value)) {
          largest = value;
          found = index;
        }
      }
    }
    return found;
  }
}
