package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of the elements under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Each element has the sum of `g/divisor` over the windows that saw it. Keeps x, as PyTorch does,
/// although only its sizes are needed.
///
/// @param padding whether padded places count as zeros
record AvgPool(Grid grid, PaddingCount padding) implements Op {

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Array result = Array.allocate(planes.pooled(x.shape(), grid), x.passes()).imagesLike(x);
    MeanPool.pool(rows(planes), columns(planes), x, result);
    saver.save("self", x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Shape x = saved.operandShape(0);
    Planes planes = Planes.of(x);
    return new @Nullable Array[] {
      MeanPoolGradient.of(x, rows(planes), columns(planes), gradOutput)
    };
  }

  private Spans rows(Planes planes) {
    return Spans.ofWindow(
        planes.rows(),
        grid.height(),
        grid.strideHeight(),
        grid.paddingHeight(),
        grid.outputHeight(planes.rows()),
        padding);
  }

  private Spans columns(Planes planes) {
    return Spans.ofWindow(
        planes.columns(),
        grid.width(),
        grid.strideWidth(),
        grid.paddingWidth(),
        grid.outputWidth(planes.columns()),
        padding);
  }

  @Override
  public String torchName() {
    return "AvgPool2DBackward0";
  }
}
