package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// Rectified linear unit, `max(x, 0)`. The same in both modes.
public final class ReLU extends Layer {
  public ReLU(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.relu();
  }

  @Override
  protected Tensor forwardOver(Tensor x, Passes passes) {
    return x.expiring().relu();
  }
}
