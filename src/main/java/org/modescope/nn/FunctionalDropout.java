package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// `F.dropout(x, p)` as people write it in `forward`, without `training=self.training`: random in
/// either mode.
public final class FunctionalDropout extends Layer {
  private final double p;

  /// @throws TorchException if p is not a probability
  public FunctionalDropout(String path, double p) {
    super(path);
    this.p = Dropout.checkProbability(p);
  }

  /// In eval mode, and where nothing is to be dropped, the very input comes out.
  @Override
  protected boolean handsMemoryOn() {
    return true;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return Dropout.drop(x, p, path(), passes, Target.FRESH);
  }
}
