package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// x where it is positive, `alpha·(eˣ − 1)` elsewhere. The same in both modes.
public final class ELU extends Layer {
  private final double alpha;

  public ELU(String path, double alpha) {
    super(path);
    this.alpha = alpha;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.elu(alpha);
  }
}
