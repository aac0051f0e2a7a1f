package org.modescope.nn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// The axes in another order, `x.permute(…)`. The same in both modes.
public final class Permute extends Layer {
  private final List<Integer> axes;

  /// @param axes which axis comes where; negative ones count from the end
  public Permute(String path, List<Integer> axes) {
    super(path);
    this.axes = List.copyOf(axes);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.permute(resolve(x.shape(), axes));
  }

  /// The shape that comes out.
  ///
  /// @throws TorchException if these are not the shape's axes, each once
  public static Shape permuted(Shape shape, List<Integer> axes) {
    return Shape.of(resolve(shape, axes).stream().mapToInt(shape::size).toArray());
  }

  private static List<Integer> resolve(Shape shape, List<Integer> axes) {
    if (axes.size() != shape.rank()) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "permute(sparse_coo): number of dimensions in the tensor input does not match the"
                  + " length of the desired ordering of dimensions i.e. input.dim() = %d is not"
                  + " equal to len(dims) = %d",
              shape.rank(),
              axes.size()),
          Explanation.of(Key.OTHER_ORDER, "axes", shape.rank(), "order", axes.size()));
    }
    Set<Integer> seen = new HashSet<>();
    List<Integer> resolved = new ArrayList<>();
    for (int axis : axes) {
      resolved.add(Axes.resolve(axis, shape));
      if (!seen.add(resolved.getLast())) {
        throw new TorchException(
            TorchException.Type.RUNTIME_ERROR,
            "permute(): duplicate dims are not allowed.",
            Explanation.of(Key.AXIS_TWICE));
      }
    }
    return resolved;
  }
}
