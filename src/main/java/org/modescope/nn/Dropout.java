package org.modescope.nn;

import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Zeroes each element with probability p and multiplies the others by 1/(1 − p); in eval mode
/// passes its input on.
///
/// p is the probability of being zeroed, as in PyTorch (N. Srivastava et al., "Dropout", 2014, in
/// the inverted form). In eval mode and for p = 0 the very same tensor comes out and nothing is
/// recorded.
public final class Dropout extends Layer {
  private final double p;
  private final Target target;

  /// @throws TorchException if p is not a probability
  public Dropout(String path, double p, Target target) {
    super(path);
    this.target = target;
    this.p = checkProbability(p);
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  /// In eval mode, and where nothing is to be dropped, the very input comes out.
  @Override
  protected boolean handsMemoryOn() {
    return true;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return mode() == Mode.EVAL ? x : drop(x, p, path(), passes, target);
  }

  /// Drops elements, whatever any layer's mode.
  static Tensor drop(Tensor x, double p, String path, Passes passes, Target target) {
    if (p == 0 || x.shape().elements() == 0) {
      return x;
    }
    Tensor factor =
        p == 1
            ? DropoutMask.zero(passes.count())
            : passes.draws().dropoutFactor(path, x, p, passes);
    passes.probe().drew(path, factor);
    return x.multiply(factor, target);
  }

  /// @throws TorchException if p is not a probability
  static double checkProbability(double p) {
    if (p < 0 || p > 1) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "dropout probability has to be between 0 and 1, but got " + p,
          Explanation.of(Key.P_IS_A_PROBABILITY));
    }
    return p;
  }
}
