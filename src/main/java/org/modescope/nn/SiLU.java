package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// Sigmoid linear unit, `x·sigmoid(x)`. The same in both modes.
public final class SiLU extends Layer {
  public SiLU(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.silu();
  }
}
