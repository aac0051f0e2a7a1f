package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// Sigmoid linear unit, `x·sigmoid(x)`. The same in both modes.
public final class SiLU extends Layer {
  private final Target target;

  public SiLU(String path, Target target) {
    super(path);
    this.target = target;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.silu(target);
  }
}
