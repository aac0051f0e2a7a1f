package org.modescope.nn;

import java.util.Arrays;
import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// The largest element of each of a given number of regions: `[N, C, H, W]`, or one image `[C, H,
/// W]`. The same in both modes.
public final class AdaptiveMaxPool2d extends Layer {
  private final Optional<Integer> height;
  private final Optional<Integer> width;

  /// @param height the number of rows of regions; empty to keep the image's
  /// @param width the number of columns of regions; empty to keep the image's
  public AdaptiveMaxPool2d(String path, Optional<Integer> height, Optional<Integer> width) {
    super(path);
    this.height = height;
    this.width = width;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Shape shape = x.shape();
    check(shape);
    return x.adaptiveMaxPool(height.orElse(shape.size(-2)), width.orElse(shape.size(-1)));
  }

  private void check(Shape shape) {
    int rank = shape.rank();
    if ((height.isEmpty() || width.isEmpty()) && rank < 3) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Input dimension should be at least 3",
          Explanation.of(Key.TAKES_IMAGES));
    }
    if (rank != 3 && rank != 4) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: "
              + Arrays.toString(shape.toArray()),
          Explanation.of(Key.TAKES_IMAGES));
    }
    // The first of three axes is the channels; PyTorch looks at all but the first of any.
    for (int axis = 1; axis < rank; axis++) {
      if (shape.size(axis) == 0) {
        throw AdaptiveAvgPool2d.emptyAxis("adaptive_max_pool2d", shape, axis);
      }
    }
  }
}
