package org.modescope.nn;

import java.util.Locale;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// [ChannelDropout] over `[N, C, L]`, or one sample `[C, L]`.
public final class Dropout1d extends ChannelDropout {
  /// @throws TorchException if p is not a probability
  public Dropout1d(String path, double p, Target target) {
    super(path, p, target);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Shape shape = x.shape();
    if (shape.rank() != 2 && shape.rank() != 3) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "dropout1d: Expected 2D or 3D input, but received a %dD input. Note that dropout1d"
                  + " exists to provide channel-wise dropout on inputs with 1 spatial dimension, a"
                  + " channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).",
              shape.rank()),
          Explanation.of(Key.TAKES_POSITIONS));
    }
    return shape.rank() == 3 ? drop(x, passes) : dropInOne(x, passes);
  }
}
