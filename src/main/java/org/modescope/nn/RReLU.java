package org.modescope.nn;

import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Randomized leaky ReLU: in train mode each negative element is multiplied by a slope of its own,
/// drawn between two bounds; in eval mode all by their mean (B. Xu et al., "Empirical evaluation of
/// rectified activations", 2015).
public final class RReLU extends Layer {
  private final double lower;
  private final double upper;
  private final Target target;

  public RReLU(String path, double lower, double upper, Target target) {
    super(path);
    this.target = target;
    this.lower = lower;
    this.upper = upper;
  }

  @Override
  public boolean overwritesInput() {
    return target == Target.IN_PLACE;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    if (lower > upper) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Lower bound should be less than or equal to the upper bound",
          Explanation.of(Key.SLOPES_BETWEEN));
    }
    if (mode() == Mode.EVAL) {
      return x.randomizedRelu((lower + upper) / 2, target);
    }
    Tensor slopes = passes.draws().slopes(path(), x, lower, upper, passes);
    passes.probe().drew(path(), slopes);
    return x.randomizedRelu(slopes, target);
  }
}
