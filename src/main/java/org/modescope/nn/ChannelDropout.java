package org.modescope.nn;

import java.util.Arrays;
import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Zeroes whole channels of each sample with probability p and multiplies the others by 1/(1 − p);
/// in eval mode passes its input on (J. Tompson et al., "Efficient object localization using
/// convolutional networks", 2015).
public abstract class ChannelDropout extends Layer {
  private final double p;
  private final Target target;

  /// @throws TorchException if p is not a probability
  ChannelDropout(String path, double p, Target target) {
    super(path);
    this.target = target;
    this.p = Dropout.checkProbability(p);
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

  /// Takes one sample as a batch of one, in eval mode too, so that the views are in the graph.
  protected final Tensor dropInOne(Tensor x, Passes passes) {
    Shape sample = x.shape();
    Shape one = Images.inOne(sample);
    if (target == Target.IN_PLACE) {
      Tensor batch = x.viewInPlace(one, "UnsqueezeBackward1");
      return drop(batch, passes).viewInPlace(sample, "SqueezeBackward4");
    }
    return drop(x.view(one, "UnsqueezeBackward0"), passes).view(sample, "SqueezeBackward1");
  }

  /// Zeroes channels of a batch: one factor for each pair of places along the first two axes.
  protected final Tensor drop(Tensor x, Passes passes) {
    if (isAsleep() || x.shape().elements() == 0) {
      return x;
    }
    if (p == 1) {
      return multiply(x, DropoutMask.zero(passes.count()), passes);
    }
    Shape perChannel = perChannel(x.shape());
    return multiply(x, passes.draws().dropoutFactor(path(), perChannel, p, passes), passes);
  }

  /// One factor for each pair of places along the first two axes.
  ///
  /// @throws TorchException if there are not so many
  static Shape perChannel(Shape shape) {
    if (shape.rank() < 2) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Feature dropout requires at least 2 dimensions in the input",
          Explanation.of(Key.DROPS_CHANNELS));
    }
    int[] sizes = new int[shape.rank()];
    Arrays.fill(sizes, 1);
    sizes[0] = shape.size(0);
    sizes[1] = shape.size(1);
    return Shape.of(sizes);
  }

  private Tensor multiply(Tensor x, Tensor factor, Passes passes) {
    passes.probe().drew(path(), factor);
    return x.multiply(factor, target);
  }

  /// Whether the layer passes its input on.
  private boolean isAsleep() {
    return mode() == Mode.EVAL || p == 0;
  }
}
