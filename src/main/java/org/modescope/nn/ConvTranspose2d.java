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

/// Transposed convolution, which makes images larger: `[N, C, H, W]`, or one image `[C, H, W]`. The
/// same in both modes.
public final class ConvTranspose2d extends Layer {
  private final int inChannels;
  private final Grid grid;
  private final Pair outputPadding;
  private final int groups;
  private final Tensor weight;
  private final @Nullable Tensor bias;

  /// Draws weight and bias, in this order, within ±1/√fan_in, which PyTorch counts from the second
  /// axis of the weight.
  ///
  /// @param grid the window of the convolution that is transposed
  /// @param outputPadding rows and columns that the result has besides, on one side only
  /// @throws TorchException if the channels do not divide into groups
  public ConvTranspose2d(
      String path,
      int inChannels,
      int outChannels,
      Grid grid,
      Pair outputPadding,
      int groups,
      boolean withBias,
      InitialValues initial) {
    super(path);
    WindowedMap.checkGroups("in_channels", inChannels, groups);
    WindowedMap.checkGroups("out_channels", outChannels, groups);
    this.inChannels = inChannels;
    this.grid = grid;
    this.outputPadding = outputPadding;
    this.groups = groups;
    int channelsPerGroup = outChannels / groups;
    double fanIn = (double) channelsPerGroup * grid.height() * grid.width();
    Shape filters = Shape.of(inChannels, channelsPerGroup, grid.height(), grid.width());
    weight = addParameter("weight", initial, filters, Initialization.weightBound(fanIn));
    double biasBound = Initialization.biasBound(fanIn);
    bias = withBias ? addParameter("bias", initial, Shape.of(outChannels), biasBound) : null;
  }

  /// How large the result is along rows and columns.
  public static Pair output(Grid grid, Pair outputPadding, int rows, int columns) {
    return new Pair(
        (rows - 1) * grid.strideHeight()
            - 2 * grid.paddingHeight()
            + grid.dilationHeight() * (grid.height() - 1)
            + outputPadding.height()
            + 1,
        (columns - 1) * grid.strideWidth()
            - 2 * grid.paddingWidth()
            + grid.dilationWidth() * (grid.width() - 1)
            + outputPadding.width()
            + 1);
  }

  /// Whether more is added than the window moves by or spans.
  public static boolean addsTooMuch(Grid grid, Pair outputPadding) {
    return outputPadding.height() >= Math.max(grid.strideHeight(), grid.dilationHeight())
        || outputPadding.width() >= Math.max(grid.strideWidth(), grid.dilationWidth());
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return Images.batched(x, 2, "conv_transpose2d", this::convolve);
  }

  private Tensor convolve(Tensor x) {
    Shape shape = x.shape();
    checkChannels(shape);
    checkPadding();
    Pair output = output(grid, outputPadding, shape.size(2), shape.size(3));
    if (output.height() < 1 || output.width() < 1) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "Given input size per channel: (%d x %d). Calculated output size per channel: (%d x"
                  + " %d). Output size is too small",
              shape.size(2),
              shape.size(3),
              output.height(),
              output.width()),
          Explanation.of(Key.WINDOW_TOO_LARGE));
    }
    return x.convolveTransposed(weight, bias, grid, groups, output.height(), output.width());
  }

  private void checkChannels(Shape shape) {
    if (shape.size(1) != inChannels) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "Given transposed=1, weight of size %s, expected input%s to have %d channels, but got"
                  + " %d channels instead",
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

  private void checkPadding() {
    if (addsTooMuch(grid, outputPadding)) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "output padding must be smaller than either stride or dilation, but got"
                  + " output_padding_height: %d output_padding_width: %d stride_height: %d"
                  + " stride_width: %d dilation_height: %d dilation_width: %d",
              outputPadding.height(),
              outputPadding.width(),
              grid.strideHeight(),
              grid.strideWidth(),
              grid.dilationHeight(),
              grid.dilationWidth()),
          Explanation.of(Key.OUTPUT_PADDING_TOO_LARGE));
    }
  }

  private static TorchException refuse(String message, Explanation explanation) {
    return new TorchException(TorchException.Type.RUNTIME_ERROR, message, explanation);
  }
}
