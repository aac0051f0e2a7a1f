package org.modescope.nn;

import org.modescope.autograd.TorchException;

/// A layer refused its arguments or its input as PyTorch would; or a loss, backward or an optimizer
/// refused theirs.
public final class PassRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String layer;
  private final TorchException refusal;

  public PassRefusedException(String layer, TorchException refusal) {
    super(layer + ": " + refusal.torchMessage(), refusal);
    this.layer = layer;
    this.refusal = refusal;
  }

  /// The path of the layer that refused; or a loss's name, `backward` or `optimizer`.
  public String layer() {
    return layer;
  }

  /// What PyTorch raises.
  public TorchException refusal() {
    return refusal;
  }
}
