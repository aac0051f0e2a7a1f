package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// Gaussian error linear unit, `x·Φ(x)`, exact or approximated by a hyperbolic tangent. The same in
/// both modes.
public final class GELU extends Layer {
  private final Approximation approximate;

  /// How Φ is computed.
  public enum Approximation {
    NONE,
    TANH
  }

  public GELU(String path, Approximation approximate) {
    super(path);
    this.approximate = approximate;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return switch (approximate) {
      case NONE -> x.gelu();
      case TANH -> x.tanhGelu();
    };
  }
}
