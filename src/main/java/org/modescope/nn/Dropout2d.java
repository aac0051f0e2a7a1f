package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// [ChannelDropout] over images, `[N, C, H, W]`.
///
/// An input of three axes is taken as samples of channels of positions, not as one image: PyTorch
/// keeps that for historical reasons.
public final class Dropout2d extends ChannelDropout {
  /// @throws TorchException if p is not a probability
  public Dropout2d(String path, double p, Target target) {
    super(path, p, target);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return drop(x, passes);
  }
}
