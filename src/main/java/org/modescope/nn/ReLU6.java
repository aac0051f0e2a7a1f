package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// ReLU that ends at 6, `min(max(x, 0), 6)`. The same in both modes.
public final class ReLU6 extends Layer {
  private final Target target;

  public ReLU6(String path, Target target) {
    super(path);
    this.target = target;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.relu6(target);
  }
}
