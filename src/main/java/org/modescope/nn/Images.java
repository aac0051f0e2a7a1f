package org.modescope.nn;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Layers over images take a batch `[N, C, H, W]` or a single image `[C, H, W]`, which is a batch
/// of one on the way.
final class Images {
  private Images() {}

  /// Applies a function of batches to a batch or a single image.
  ///
  /// @param name what PyTorch calls the function in its message
  static Tensor batched(Tensor x, String name, UnaryOperator<Tensor> function) {
    Shape shape = x.shape();
    return switch (shape.rank()) {
      case 4 -> function.apply(x);
      case 3 -> {
        Shape batch = Shape.of(1, shape.size(0), shape.size(1), shape.size(2));
        Tensor result = function.apply(x.view(batch, "UnsqueezeBackward0"));
        Shape y = result.shape();
        yield result.view(Shape.of(y.size(1), y.size(2), y.size(3)), "SqueezeBackward1");
      }
      default ->
          throw new TorchException(
              TorchException.Type.RUNTIME_ERROR,
              "Expected 3D (unbatched) or 4D (batched) input to %s, but got input of size: %s"
                  .formatted(name, Arrays.toString(shape.toArray())),
              Explanation.of(Key.TAKES_IMAGES));
    };
  }
}
