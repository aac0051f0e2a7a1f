package org.modescope.nn;

import org.modescope.autograd.Grid;
import org.modescope.autograd.Tensor;

/// The largest element under a moving window: `[N, C, H, W]`, or one image `[C, H, W]`. The same in
/// both modes.
public final class MaxPool2d extends Layer {
  private final Grid grid;

  public MaxPool2d(String path, Grid grid) {
    super(path);
    this.grid = grid;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Pooling.check(x.shape(), grid, Pooling.Kind.MAX);
    return x.maxPool(grid);
  }
}
