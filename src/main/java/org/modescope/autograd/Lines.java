package org.modescope.autograd;

/// The lines of elements along one axis of an array.
record Lines(int count, int length, int stride) {
  static Lines along(Shape shape, int axis) {
    int stride = 1;
    for (int later = axis + 1; later < shape.rank(); later++) {
      stride *= shape.size(later);
    }
    int length = shape.rank() == 0 ? 1 : shape.size(axis);
    int elements = Math.toIntExact(shape.elements());
    return new Lines(length == 0 ? 0 : elements / length, length, stride);
  }

  int index(int line, int i) {
    return (line / stride * length + i) * stride + line % stride;
  }
}
