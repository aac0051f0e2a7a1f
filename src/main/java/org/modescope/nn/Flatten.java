package org.modescope.nn;

import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Joins neighbouring axes into one, by default all but the first. The same in both modes; copies
/// nothing, unless the axes were put in another order before.
public final class Flatten extends Layer {
  private final int startAxis;
  private final int endAxis;

  public Flatten(String path, int startAxis, int endAxis) {
    super(path);
    this.startAxis = startAxis;
    this.endAxis = endAxis;
  }

  @Override
  protected boolean handsMemoryOn() {
    return true;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Shape flat = flatten(x.shape(), startAxis, endAxis);
    return flat.equals(x.shape()) ? x : x.reshape(flat);
  }

  /// The shape with axes `start` to `end` joined.
  ///
  /// @throws TorchException if there are no such axes, or they are in the wrong order
  public static Shape flatten(Shape shape, int start, int end) {
    int first = Axes.resolve(start, shape);
    int last = Axes.resolve(end, shape);
    if (shape.rank() == 0) {
      return Shape.of(1);
    }
    if (first > last) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "flatten() has invalid args: start_dim cannot come after end_dim",
          Explanation.of(Key.AXES_JOINED_BACKWARDS));
    }
    int[] joined = new int[shape.rank() - (last - first)];
    for (int axis = 0; axis < shape.rank(); axis++) {
      int at = axis <= first ? axis : axis <= last ? first : axis - (last - first);
      joined[at] = axis > first && axis <= last ? joined[at] * shape.size(axis) : shape.size(axis);
    }
    return Shape.of(joined);
  }
}
