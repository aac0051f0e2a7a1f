package org.modescope.nn;

import org.modescope.autograd.Grid;
import org.modescope.autograd.PaddingCount;
import org.modescope.autograd.Tensor;

/// The mean under a moving window: `[N, C, L]`, or one sample `[C, L]`. The same in both modes.
public final class AvgPool1d extends Layer {
  private final Grid grid;
  private final PaddingCount padding;

  /// @param grid a window of one row
  public AvgPool1d(String path, Grid grid, PaddingCount padding) {
    super(path);
    this.grid = grid;
    this.padding = padding;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Positions.checkRank(x.shape(), "avg_pool1d");
    return Positions.asImages(
        x,
        images -> {
          Pooling.check(images.shape(), grid, Pooling.Kind.AVERAGE);
          return images.avgPool(grid, padding);
        });
  }
}
