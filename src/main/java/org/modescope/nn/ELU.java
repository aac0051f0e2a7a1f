package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// x where it is positive, `alpha·(eˣ − 1)` elsewhere. The same in both modes.
public final class ELU extends Layer {
  private final double alpha;
  private final Target target;

  public ELU(String path, double alpha, Target target) {
    super(path);
    this.target = target;
    this.alpha = alpha;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.elu(alpha, target);
  }
}
