package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// SiLU drawn with straight lines and a parabola. The same in both modes.
public final class Hardswish extends Layer {
  public Hardswish(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.hardswish();
  }
}
