package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// A convolution (cross-correlation) along one axis or two: of a batch, or of one sample. The same
/// in both modes.
public abstract class WindowedMap extends Layer {
  private final int axes;
  private final int inChannels;
  private final Options options;
  private final Grid grid;
  private final Tensor weight;
  private final @Nullable Tensor bias;

  /// How the window moves.
  ///
  /// @param padding rows and columns of zeros on each side
  /// @param extra rows and columns of zeros added at the end only, where "same" padding is odd
  public record Options(
      Pair kernel, Pair stride, Pair padding, Pair extra, Pair dilation, int groups) {}

  /// Draws weight and bias, in this order, within ±1/√fan_in as PyTorch does.
  ///
  /// @param axes along how many axes the window moves; along one, it is a single row
  /// @throws TorchException if the channels do not divide into groups
  WindowedMap(
      String path,
      int axes,
      int inChannels,
      int outChannels,
      Options options,
      boolean withBias,
      InitialValues initial) {
    super(path);
    this.axes = axes;
    checkGroups("in_channels", inChannels, options.groups());
    checkGroups("out_channels", outChannels, options.groups());
    this.inChannels = inChannels;
    this.options = options;
    Pair kernel = options.kernel();
    grid =
        new Grid(
            kernel.height(),
            kernel.width(),
            options.stride().height(),
            options.stride().width(),
            options.padding().height(),
            options.padding().width(),
            options.dilation().height(),
            options.dilation().width(),
            Grid.Rounding.DOWN);
    int channelsPerGroup = inChannels / options.groups();
    double fanIn = (double) channelsPerGroup * kernel.height() * kernel.width();
    Shape filters =
        axes == 1
            ? Shape.of(outChannels, channelsPerGroup, kernel.width())
            : Shape.of(outChannels, channelsPerGroup, kernel.height(), kernel.width());
    weight = addParameter("weight", initial, filters, Initialization.weightBound(fanIn));
    double biasBound = Initialization.biasBound(fanIn);
    bias = withBias ? addParameter("bias", initial, Shape.of(outChannels), biasBound) : null;
  }

  /// @throws TorchException if the channels do not divide into groups
  static void checkGroups(String argument, int channels, int groups) {
    if (channels % groups != 0) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          argument + " must be divisible by groups",
          Explanation.of(Key.UNEQUAL_GROUPS, "channels", channels, "groups", groups));
    }
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return Images.batched(x, axes, "conv" + axes + "d", this::convolve);
  }

  private Tensor convolve(Tensor x) {
    Pair extra = options.extra();
    Tensor padded =
        extra.height() == 0 && extra.width() == 0 ? x : x.padEnd(extra.height(), extra.width());
    checkChannels(padded.shape());
    checkSize(padded.shape());
    return padded.convolve(weight, bias, grid, options.groups());
  }

  private void checkChannels(Shape shape) {
    if (shape.size(1) != inChannels) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Given groups=%d, weight of size %s, expected input%s to have %d channels, but got %d"
                  + " channels instead",
              options.groups(),
              Arrays.toString(weight.shape().toArray()),
              Arrays.toString(shape.toArray()),
              inChannels,
              shape.size(1)),
          Explanation.of(
              Key.OTHER_CHANNELS,
              "channels",
              inChannels,
              "argument",
              "in_channels",
              "found",
              shape.size(1)));
    }
  }

  private void checkSize(Shape shape) {
    Pair kernel = options.kernel();
    Pair dilation = options.dilation();
    int height = axes == 1 ? 1 : shape.size(-2) + 2 * options.padding().height();
    int width = shape.size(-1) + 2 * options.padding().width();
    int coveredHeight = dilation.height() * (kernel.height() - 1) + 1;
    int coveredWidth = dilation.width() * (kernel.width() - 1) + 1;
    if (height < coveredHeight || width < coveredWidth) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Calculated padded input size per channel: (%s). Kernel size: (%s). Kernel size can't be greater than actual input size"
              .formatted(sizes(height, width), sizes(coveredHeight, coveredWidth)),
          Explanation.of(Key.WINDOW_TOO_LARGE));
    }
  }

  private String sizes(int height, int width) {
    return axes == 1
        ? Integer.toString(width)
        : String.format(Locale.ROOT, "%d x %d", height, width);
  }
}
