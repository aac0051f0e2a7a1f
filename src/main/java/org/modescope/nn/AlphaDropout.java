package org.modescope.nn;

import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Dropout for nets of SELU units: keeps mean 0 and variance 1. In eval mode passes its input on.
public final class AlphaDropout extends Layer {
  private final double p;

  /// @throws TorchException if p is not a probability
  public AlphaDropout(String path, double p) {
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
    if (mode() == Mode.EVAL || p == 0 || x.shape().elements() == 0) {
      return x;
    }
    if (p == 1) {
      Tensor zero = DropoutMask.zero(passes.count());
      passes.probe().drew(path(), zero);
      return x.multiply(zero);
    }
    Tensor staying = passes.draws().dropoutFactor(path(), x, p, passes);
    passes.probe().drew(path(), staying);
    return x.alphaDropout(staying, p);
  }
}
