package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// x where it is positive, `negative_slope·x` elsewhere. The same in both modes.
public final class LeakyReLU extends Layer {
  private final double negativeSlope;

  public LeakyReLU(String path, double negativeSlope) {
    super(path);
    this.negativeSlope = negativeSlope;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.leakyRelu(negativeSlope);
  }
}
