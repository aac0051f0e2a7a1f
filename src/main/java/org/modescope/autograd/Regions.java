package org.modescope.autograd;

/// The `height × width` nearly equal regions of a plane: their means, and what spreads over them.
///
/// @param height how many regions lie one below another
/// @param width how many lie side by side
record Regions(int height, int width) {

  /// The mean of one region of the plane that begins at element `plane`.
  float mean(Array x, long plane, Planes planes, int row, int column) {
    double sum = 0;
    int top = start(row, planes.rows(), height);
    int bottom = end(row, planes.rows(), height);
    int left = start(column, planes.columns(), width);
    int right = end(column, planes.columns(), width);
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        sum += x.at(plane + (long) i * planes.columns() + j);
      }
    }
    return (float) (sum / ((bottom - top) * (right - left)));
  }

  /// Adds an equal part of `gradOutput` to each element of one region.
  void spread(Array gradient, long plane, Planes planes, int row, int column, float gradOutput) {
    int top = start(row, planes.rows(), height);
    int bottom = end(row, planes.rows(), height);
    int left = start(column, planes.columns(), width);
    int right = end(column, planes.columns(), width);
    float part = gradOutput / ((bottom - top) * (right - left));
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        long at = plane + (long) i * planes.columns() + j;
        gradient.put(at, gradient.at(at) + part);
      }
    }
  }

  static int start(int index, int extent, int regions) {
    return (int) ((long) index * extent / regions);
  }

  static int end(int index, int extent, int regions) {
    return Math.ceilDiv((index + 1) * extent, regions);
  }
}
