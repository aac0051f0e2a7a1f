package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// Rectified linear unit, `max(x, 0)`. The same in both modes.
public final class ReLU extends Layer {
  private final Target target;

  public ReLU(String path, Target target) {
    super(path);
    this.target = target;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.relu(target);
  }

  @Override
  protected Tensor forwardOver(Tensor x, Passes passes) {
    return target == Target.IN_PLACE ? x.relu(target) : x.expiring().relu();
  }
}
