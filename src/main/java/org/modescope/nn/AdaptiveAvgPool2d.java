package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Averages each channel down to a given number of regions: `[N, C, H, W]`, or one image `[C, H,
/// W]`. The same in both modes.
public final class AdaptiveAvgPool2d extends Layer {
  private final Optional<Integer> height;
  private final Optional<Integer> width;

  /// @param height the number of rows of regions; empty to keep the image's
  /// @param width the number of columns of regions; empty to keep the image's
  public AdaptiveAvgPool2d(String path, Optional<Integer> height, Optional<Integer> width) {
    super(path);
    this.height = height;
    this.width = width;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Shape shape = x.shape();
    boolean isMean = height.equals(Optional.of(1)) && width.equals(Optional.of(1));
    checkRank(shape, isMean);
    return x.adaptiveAvgPool(height.orElse(shape.size(-2)), width.orElse(shape.size(-1)));
  }

  private void checkRank(Shape shape, boolean isMean) {
    int rank = shape.rank();
    if (isMean && rank < 2) {
      throw new TorchException(
          TorchException.Type.INDEX_ERROR,
          "Dimension out of range (expected to be in range of [-1, 0], but got -2)",
          Explanation.of(Key.TAKES_IMAGES));
    }
    if (!isMean && (height.isEmpty() || width.isEmpty()) && rank < 3) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Input dimension should be at least 3",
          Explanation.of(Key.TAKES_IMAGES));
    }
    if (!isMean && rank != 3 && rank != 4) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got "
              + Arrays.toString(shape.toArray()),
          Explanation.of(Key.TAKES_IMAGES));
    }
    if (!isMean) {
      checkNotEmpty(shape);
    }
  }

  /// @throws TorchException if there is no row or no column
  static void checkNotEmpty(Shape shape) {
    for (int axis = shape.rank() - 2; axis < shape.rank(); axis++) {
      if (shape.size(axis) == 0) {
        throw emptyAxis("adaptive_avg_pool2d", shape, axis);
      }
    }
  }

  /// @param name what PyTorch calls the function in its message
  static TorchException emptyAxis(String name, Shape shape, int axis) {
    return new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        String.format(
            Locale.ROOT,
            "%s(): Expected input to have non-zero size for non-batch dimensions, but input has"
                + " sizes %s with dimension %d being empty",
            name,
            Arrays.toString(shape.toArray()),
            axis),
        Explanation.of(Key.NOTHING_TO_AVERAGE));
  }
}
