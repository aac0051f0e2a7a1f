package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Layers over images take a batch `[N, C, H, W]` or a single image `[C, H, W]`, which is a batch
/// of one on the way; so do layers over rows of positions, with an axis less.
final class Images {
  private Images() {}

  /// Applies a function of batches to a batch or a single sample.
  ///
  /// @param axes how many axes there are behind the channels
  /// @param name what PyTorch calls the function in its message
  static Tensor batched(Tensor x, int axes, String name, UnaryOperator<Tensor> function) {
    Shape shape = x.shape();
    if (shape.rank() == axes + 2) {
      return function.apply(x);
    }
    if (shape.rank() == axes + 1) {
      Tensor result = function.apply(x.view(inOne(shape), "UnsqueezeBackward0"));
      return result.view(result.shape().last(axes + 1), "SqueezeBackward1");
    }
    throw new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        String.format(
            Locale.ROOT,
            "Expected %dD (unbatched) or %dD (batched) input to %s, but got input of size: %s",
            axes + 1,
            axes + 2,
            name,
            Arrays.toString(shape.toArray())),
        Explanation.of(axes == 1 ? Key.TAKES_POSITIONS : Key.TAKES_IMAGES));
  }

  /// A batch of one sample.
  static Shape inOne(Shape sample) {
    int[] sizes = new int[sample.rank() + 1];
    sizes[0] = 1;
    System.arraycopy(sample.toArray(), 0, sizes, 1, sample.rank());
    return Shape.of(sizes);
  }
}
