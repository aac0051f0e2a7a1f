package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// A smooth ReLU, `log(1 + e^(beta·x))/beta`. The same in both modes.
public final class Softplus extends Layer {
  private final double beta;
  private final double threshold;

  /// @param threshold from where on `beta·x` the layer passes x on
  public Softplus(String path, double beta, double threshold) {
    super(path);
    this.beta = beta;
    this.threshold = threshold;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.softplus(beta, threshold);
  }
}
