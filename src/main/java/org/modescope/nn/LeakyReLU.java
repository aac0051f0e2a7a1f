package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// x where it is positive, `negative_slope·x` elsewhere. The same in both modes.
public final class LeakyReLU extends Layer {
  private final double negativeSlope;
  private final Target target;

  public LeakyReLU(String path, double negativeSlope, Target target) {
    super(path);
    this.target = target;
    this.negativeSlope = negativeSlope;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.leakyRelu(negativeSlope, target);
  }
}
