package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Layers that pool rows of positions, `[N, C, L]` or one sample `[C, L]`, do so as images of one
/// row, as PyTorch does.
final class Positions {
  private Positions() {}

  /// Applies a function of images to rows of positions.
  static Tensor asImages(Tensor x, UnaryOperator<Tensor> function) {
    Shape shape = x.shape();
    int[] sizes = Arrays.copyOf(shape.toArray(), shape.rank() + 1);
    sizes[shape.rank()] = shape.size(-1);
    sizes[shape.rank() - 1] = 1;
    Tensor pooled = function.apply(x.view(Shape.of(sizes), "UnsqueezeBackward0"));
    return pooled.view(shape.with(-1, pooled.shape().size(-1)), "SqueezeBackward1");
  }

  /// @param name what PyTorch calls the function in its message
  /// @throws TorchException if there are not two axes or three
  static void checkRank(Shape shape, String name) {
    if (shape.rank() != 2 && shape.rank() != 3) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Expected 2 to 3 dimensions, but got %d-dimensional tensor for argument #1 'self'"
                  + " (while checking arguments for %s)",
              shape.rank(),
              name),
          Explanation.of(Key.TAKES_POSITIONS));
    }
  }
}
