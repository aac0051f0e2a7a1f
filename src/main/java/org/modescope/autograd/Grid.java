package org.modescope.autograd;

/// How a window moves over the rows and columns of an image.
///
/// @param height the window's rows
/// @param width the window's columns
/// @param strideHeight rows moved per step
/// @param strideWidth columns moved per step
/// @param paddingHeight rows added above and below
/// @param paddingWidth columns added left and right
/// @param dilationHeight distance between the window's rows
/// @param dilationWidth distance between the window's columns
/// @param rounding what happens to a last place that the image only partly fills
public record Grid(
    int height,
    int width,
    int strideHeight,
    int strideWidth,
    int paddingHeight,
    int paddingWidth,
    int dilationHeight,
    int dilationWidth,
    Rounding rounding) {

  /// What happens to a last place of the window that the image only partly fills.
  public enum Rounding {
    /// It is left out.
    DOWN,
    /// It counts if it begins inside the image or its leading padding.
    UP
  }

  /// How many places the window has over that many rows; not positive where it does not fit.
  public int outputHeight(int rows) {
    return steps(rows, height, strideHeight, paddingHeight, dilationHeight);
  }

  /// How many places the window has over that many columns; not positive where it does not fit.
  public int outputWidth(int columns) {
    return steps(columns, width, strideWidth, paddingWidth, dilationWidth);
  }

  /// Whether every place of the window covers exactly one pixel and every pixel is covered once.
  boolean isPointwise() {
    return height == 1
        && width == 1
        && strideHeight == 1
        && strideWidth == 1
        && paddingHeight == 0
        && paddingWidth == 0;
  }

  /// The shape of a convolution's result: x `[N, C, H, W]`, weight `[O, …]`.
  Shape convolved(Shape x, Shape weight) {
    return Shape.of(x.size(0), weight.size(0), outputHeight(x.size(2)), outputWidth(x.size(3)));
  }

  /// The image's row that one row of the window sees at its place `y`; outside in the padding.
  int row(int y, int windowRow) {
    return y * strideHeight - paddingHeight + windowRow * dilationHeight;
  }

  /// The image's column that one column of the window sees at its place `x`; outside in the
  /// padding.
  int column(int x, int windowColumn) {
    return x * strideWidth - paddingWidth + windowColumn * dilationWidth;
  }

  private int steps(int extent, int window, int stride, int padding, int dilation) {
    int room = extent + 2 * padding - dilation * (window - 1) - 1;
    if (rounding == Rounding.DOWN) {
      return Math.floorDiv(room, stride) + 1;
    }
    int steps = Math.ceilDiv(room, stride) + 1;
    return (steps - 1) * stride >= extent + padding ? steps - 1 : steps;
  }
}
