package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The largest element under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Each largest element has the gradients of all windows that found it, all others have 0. Keeps x
/// and, as 64-bit integers, where in its plane each largest element was. Of equals the first
/// counts; NaN counts as largest.
record MaxPool(Grid grid) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.inAnyFormat(0, saver);
    if (x.format() == MemoryFormat.CHANNELS_LAST) {
      return ChannelsLastMaxPool.pool(grid, x);
    }
    Planes planes = Planes.of(x.shape());
    Shape shape = planes.pooled(x.shape(), grid);
    Array result = Array.allocate(shape, x.passes()).imagesLike(x);
    Spans rows =
        Spans.ofDilated(
            planes.rows(),
            grid.height(),
            grid.strideHeight(),
            grid.paddingHeight(),
            grid.dilationHeight(),
            shape.size(-2));
    Spans columns =
        Spans.ofDilated(
            planes.columns(),
            grid.width(),
            grid.strideWidth(),
            grid.paddingWidth(),
            grid.dilationWidth(),
            shape.size(-1));
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
    return "MaxPool2DWithIndicesBackward0";
  }
}
