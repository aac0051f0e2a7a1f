package org.modescope.nn;

import org.modescope.autograd.Grid;
import org.modescope.autograd.PaddingCount;
import org.modescope.autograd.Tensor;

/// The mean under a moving window: `[N, C, H, W]`, or one image `[C, H, W]`. The same in both
/// modes.
public final class AvgPool2d extends Layer {
  private final Grid grid;
  private final PaddingCount padding;

  public AvgPool2d(String path, Grid grid, PaddingCount padding) {
    super(path);
    this.grid = grid;
    this.padding = padding;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Pooling.check(x.shape(), grid, Pooling.Kind.AVERAGE);
    return x.avgPool(grid, padding);
  }
}
