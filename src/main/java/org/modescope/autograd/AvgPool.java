package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of the elements under a window: x `[…, H, W]`, result `[…, H', W']`. Keeps x, as
/// PyTorch does, although only its sizes are needed.
///
/// @param padding whether padded places count as zeros
record AvgPool(Grid grid, PaddingCount padding) implements Op {

  @Override
  public String torchName() {
    return "AvgPool2DBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Array result = Array.allocate(planes.pooled(x.shape(), grid), x.passes());
    forEachWindow(
        planes,
        result,
        (window, pass, plane, to) -> {
          long from = x.offset(pass) + plane * planes.size();
          double sum = 0;
          for (int row = window.top(); row < window.bottom(); row++) {
            for (int column = window.left(); column < window.right(); column++) {
              sum += x.at(from + (long) row * planes.columns() + column);
            }
          }
          result.put(to, (float) (sum / window.divisor()));
        });
    saver.save("self", x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    forEachWindow(
        planes,
        gradOutput,
        (window, pass, plane, from) -> {
          long to = gradient.offset(pass) + plane * planes.size();
          float part = gradOutput.at(from) / window.divisor();
          for (int row = window.top(); row < window.bottom(); row++) {
            for (int column = window.left(); column < window.right(); column++) {
              long at = to + (long) row * planes.columns() + column;
              gradient.put(at, gradient.at(at) + part);
            }
          }
        });
    return new @Nullable Array[] {gradient};
  }

  /// A window clipped to the image, and what its sum is divided by.
  private record Window(int top, int bottom, int left, int right, int divisor) {}

  @FunctionalInterface
  private interface WindowAction {
    void at(Window window, int pass, int plane, long outputIndex);
  }

  private void forEachWindow(Planes planes, Array output, WindowAction action) {
    int outHeight = output.shape().size(-2);
    int outWidth = output.shape().size(-1);
    for (int pass = 0; pass < output.passes(); pass++) {
      long index = output.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        for (int row = 0; row < outHeight; row++) {
          for (int column = 0; column < outWidth; column++) {
            action.at(window(planes, row, column), pass, plane, index);
            index++;
          }
        }
      }
    }
  }

  private Window window(Planes planes, int outRow, int outColumn) {
    int top = outRow * grid.strideHeight() - grid.paddingHeight();
    int left = outColumn * grid.strideWidth() - grid.paddingWidth();
    int bottom = Math.min(top + grid.height(), planes.rows() + grid.paddingHeight());
    int right = Math.min(left + grid.width(), planes.columns() + grid.paddingWidth());
    int withPadding = (bottom - top) * (right - left);
    int clippedTop = Math.max(top, 0);
    int clippedLeft = Math.max(left, 0);
    int clippedBottom = Math.min(bottom, planes.rows());
    int clippedRight = Math.min(right, planes.columns());
    int inside = (clippedBottom - clippedTop) * (clippedRight - clippedLeft);
    return new Window(
        clippedTop,
        clippedBottom,
        clippedLeft,
        clippedRight,
        padding == PaddingCount.INCLUDED ? withPadding : inside);
  }
}
