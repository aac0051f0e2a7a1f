package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// The hyperbolic tangent. The same in both modes.
public final class Tanh extends Layer {
  public Tanh(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.tanh();
  }
}
