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
    Array result = Array.allocate(shape, x.passes()).imagesLike(x);
    Spans rows = Spans.ofRegions(planes.rows(), height);
    Spans columns = Spans.ofRegions(planes.columns(), width);
    if (!saver.isRecording()) {
      LargestPool.pool(rows, columns, x, result, null);
      return result;
    }
    Array indices = Array.allocateIndices(shape, x.passes(), Storage.Role.VALUE);
    LargestPool.pool(rows, columns, x, result, indices);
    saver.save("self", x);
    saver.save("result1", indices);
    indices.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    return new @Nullable Array[] {
      LargestPoolGradient.of(saved.operandShape(0), gradOutput, saved.get("result1"))
    };
  }

  @Override
  public String torchName() {
    return "AdaptiveMaxPool2DBackward0";
  }
}
