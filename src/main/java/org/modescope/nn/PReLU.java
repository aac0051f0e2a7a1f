package org.modescope.nn;

import java.util.Locale;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// x where it is positive, and x times a learned slope elsewhere: one slope for all, or one for
/// each channel (K. He et al., "Delving deep into rectifiers", 2015). The same in both modes.
public final class PReLU extends Layer {
  private final int slopes;
  private final Tensor weight;

  /// @param slopes 1, or as many as there are channels
  /// @param initial what each begins with; nothing is drawn
  public PReLU(String path, int slopes, double initial) {
    super(path);
    this.slopes = slopes;
    weight =
        addParameter(
            "weight",
            Tensor.parameter(Shape.of(slopes), Initialization.constant(slopes, (float) initial)));
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkChannels(x.shape());
    return x.learnedRelu(weight);
  }

  private void checkChannels(Shape shape) {
    if (slopes == 1) {
      return;
    }
    if (shape.rank() == 0) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Not allow zero-dim input tensor.",
          Explanation.of(Key.FEWER_AXES, "axes", 0));
    }
    int channels = shape.rank() > 1 ? shape.size(1) : 1;
    if (channels != slopes) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Mismatch of parameter numbers and input channel size. Found parameter numbers = %d"
                  + " and channel size = %d.",
              slopes,
              channels),
          Explanation.of(
              Key.OTHER_CHANNELS,
              "channels",
              slopes,
              "argument",
              "num_parameters",
              "found",
              channels));
    }
  }
}
