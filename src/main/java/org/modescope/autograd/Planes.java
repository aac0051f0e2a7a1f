package org.modescope.autograd;

/// The images of a batch, whatever the axes before them: `count` planes of `rows × columns`.
record Planes(int count, int rows, int columns) {

  static Planes of(Shape shape) {
    int count = 1;
    for (int axis = 0; axis < shape.rank() - 2; axis++) {
      count *= shape.size(axis);
    }
    return new Planes(count, shape.size(-2), shape.size(-1));
  }

  /// The elements of one plane.
  long size() {
    return (long) rows * columns;
  }

  /// The shape after a window has moved over every plane.
  Shape pooled(Shape shape, Grid grid) {
    return shape.with(-2, grid.outputHeight(rows)).with(-1, grid.outputWidth(columns));
  }
}
