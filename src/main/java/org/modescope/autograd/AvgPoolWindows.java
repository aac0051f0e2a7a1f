package org.modescope.autograd;

/// The places of an [AvgPool]'s window over the planes of an array.
///
/// A window is clipped to the image once, so that the loops over its elements test no bounds.
record AvgPoolWindows(Grid grid, PaddingCount padding) {

  /// A window clipped to the image, and what its sum is divided by.
  record Window(int top, int bottom, int left, int right, int divisor) {}

  @FunctionalInterface
  interface Action {
    void at(Window window, int pass, int plane, long outputIndex);
  }

  /// Visits every window of every pass, in the order of the results.
  void forEach(Planes planes, Array output, Action action) {
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
