package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// ReLU that ends at 6, `min(max(x, 0), 6)`. The same in both modes.
public final class ReLU6 extends Layer {
  public ReLU6(String path) {
    super(path);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.relu6();
  }
}
