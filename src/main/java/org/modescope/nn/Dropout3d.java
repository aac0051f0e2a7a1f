package org.modescope.nn;

import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// [ChannelDropout] over volumes, `[N, C, D, H, W]`, or one sample `[C, D, H, W]`: whatever has not
/// five axes is taken as one sample.
public final class Dropout3d extends ChannelDropout {
  private static final int BATCH_AXES = 5;

  /// @throws TorchException if p is not a probability
  public Dropout3d(String path, double p, Target target) {
    super(path, p, target);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.shape().rank() == BATCH_AXES ? drop(x, passes) : dropInOne(x, passes);
  }
}
