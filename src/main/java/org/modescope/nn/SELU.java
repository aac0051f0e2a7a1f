package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// An [ELU] with constants that keep mean 0 and variance 1 from layer to layer (G. Klambauer et
/// al., "Self-normalizing neural networks", 2017). The same in both modes.
public final class SELU extends Layer {
  private final Target target;

  public SELU(String path, Target target) {
    super(path);
    this.target = target;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.selu(target);
  }
}
