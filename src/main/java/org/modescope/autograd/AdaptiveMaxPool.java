package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The largest elements of `height × width` nearly equal regions of each plane: x `[…, H, W]`,
/// result `[…, height, width]`.
///
/// Each largest element has the gradients of all regions that found it, all others have 0. Keeps x
/// and, as 64-bit integers, where in its plane each largest element was. Of equals the first
/// counts; NaN counts as largest, the last of several.
record AdaptiveMaxPool(int height, int width) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Shape shape = x.shape().with(-2, height).with(-1, width);
    Array result = Array.allocate(shape, x.passes());
    Array indices = Array.allocateIndices(shape, x.passes(), Storage.Role.VALUE);
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        for (int region = 0; region < height * width; region++) {
          long index = largest(x, from, planes, region / width, region % width);
          result.put(to, x.at(from + index));
          indices.putIndex(to, index);
          to++;
        }
      }
    }
    saver.save("self", x);
    saver.save("result1", indices);
    indices.storage().release();
    return result;
  }

  private long largest(Array x, long plane, Planes planes, int row, int column) {
    int top = Regions.start(row, planes.rows(), height);
    int left = Regions.start(column, planes.columns(), width);
    long found = (long) top * planes.columns() + left;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = top; i < Regions.end(row, planes.rows(), height); i++) {
      for (int j = left; j < Regions.end(column, planes.columns(), width); j++) {
        long index = (long) i * planes.columns() + j;
        float value = x.at(plane + index);
        if (value > largest || Float.isNaN(value)) {
          largest = value;
          found = index;
        }
      }
    }
    return found;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array indices = saved.get("result1");
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    int places = height * width;
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int i = 0; i < gradOutput.size(); i++) {
        long plane = gradient.offset(pass) + i / places * planes.size();
        long at = plane + indices.indexAt(indices.offset(pass) + i);
        gradient.put(at, gradient.at(at) + gradOutput.at(gradOutput.offset(pass) + i));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "AdaptiveMaxPool2DBackward0";
  }
}
