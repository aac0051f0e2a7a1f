package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// The logistic function, `1/(1 + e⁻ˣ)`. The same in both modes.
public final class Sigmoid extends Layer {
  public Sigmoid(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.sigmoid();
  }
}
