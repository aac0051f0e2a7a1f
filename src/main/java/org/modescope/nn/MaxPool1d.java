package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// The largest element under a moving window: `[N, C, L]`, or one sample `[C, L]`. The same in both
/// modes.
public final class MaxPool1d extends Layer {
  private final Grid grid;

  /// @param grid a window of one row
  public MaxPool1d(String path, Grid grid) {
    super(path);
    this.grid = grid;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkShape(x.shape());
    checkWindow(x.shape().size(-1));
    return Positions.asImages(x, images -> images.maxPool(grid));
  }

  private static void checkShape(Shape shape) {
    int rank = shape.rank();
    boolean isEmpty = rank < 2 || rank > 3 || shape.size(-1) == 0 || shape.size(-2) == 0;
    if (isEmpty) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for"
              + " input, but got:"
              + Arrays.toString(shape.toArray()),
          Explanation.of(Key.TAKES_POSITIONS));
    }
  }

  private void checkWindow(int positions) {
    if (grid.paddingWidth() > grid.width() / 2) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "max_pool1d() padding should be at most half of kernel size, but got padding=%d and"
                  + " kernel_size=%d",
              grid.paddingWidth(),
              grid.width()),
          Explanation.of(Key.WINDOW_IN_PADDING));
    }
    int places = grid.outputWidth(positions);
    if (places < 1) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "max_pool1d() Invalid computed output size: " + places,
          Explanation.of(Key.WINDOW_TOO_LARGE));
    }
  }
}
