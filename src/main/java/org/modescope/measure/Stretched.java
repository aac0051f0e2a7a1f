package org.modescope.measure;

import org.modescope.autograd.Shape;

/// Numbers of a smaller shape at every place of a larger one, as PyTorch's broadcasting has it.
final class Stretched {
  private Stretched() {}

  /// @param from a size of 1 along an axis, or an axis that is missing in front, means the same
  ///   number along it
  static float[] to(Shape full, Shape from, float[] values) {
    if (full.equals(from)) {
      return values;
    }
    float[] stretched = new float[Math.toIntExact(full.elements())];
    int[] steps = steps(full, from);
    int[] place = new int[full.rank()];
    int source = 0;
    for (int i = 0; i < stretched.length; i++) {
      stretched[i] = values[source];
      for (int axis = full.rank() - 1; axis >= 0; axis--) {
        source += steps[axis];
        if (++place[axis] < full.size(axis)) {
          break;
        }
        source -= steps[axis] * place[axis];
        place[axis] = 0;
      }
    }
    return stretched;
  }

  private static int[] steps(Shape full, Shape from) {
    int[] steps = new int[full.rank()];
    int step = 1;
    for (int axis = 1; axis <= from.rank(); axis++) {
      steps[full.rank() - axis] = from.size(-axis) == 1 ? 0 : step;
      step *= from.size(-axis);
    }
    return steps;
  }
}
