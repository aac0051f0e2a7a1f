package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// SiLU drawn with straight lines and a parabola. The same in both modes.
public final class Hardswish extends Layer {
  private final Target target;

  public Hardswish(String path, Target target) {
    super(path);
    this.target = target;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.hardswish(target);
  }
}
