package org.modescope.nn;

import java.util.Locale;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.TorchException;

/// Axes as PyTorch counts them: negative ones from the end, and a scalar has one.
final class Axes {
  private Axes() {}

  /// The axis, counted from the start.
  ///
  /// @throws TorchException if the shape has no such axis
  static int resolve(int axis, Shape shape) {
    int rank = Math.max(1, shape.rank());
    if (axis < -rank || axis >= rank) {
      throw new TorchException(
          TorchException.Type.INDEX_ERROR,
          String.format(
              Locale.ROOT,
              "Dimension out of range (expected to be in range of [%d, %d], but got %d)",
              -rank,
              rank - 1,
              axis),
          Explanation.of(Key.FEWER_AXES, "axes", shape.rank()));
    }
    return axis < 0 ? axis + rank : axis;
  }

  /// The axis that softmax works along when none is given.
  static int implicit(Shape shape) {
    int rank = shape.rank();
    return rank == 0 || rank == 1 || rank == 3 ? 0 : 1;
  }
}
