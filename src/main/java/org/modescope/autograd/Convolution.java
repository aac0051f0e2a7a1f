package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Two-dimensional cross-correlation, `y[o, p] = Σ W[o, c, i]·x[c, p·stride + i·dilation − padding]
/// + b[o]` over channels c and places i in the window: x `[N, C, H, W]`, weight `[O, C/groups,
///   height, width]`, bias `[O]` or absent, y `[N, O, H', W']`.
///
/// Each product passes its gradient g to both of its factors, summed wherever a factor took part
/// (Y. LeCun et al., "Gradient-based learning applied to document recognition", 1998). Keeps input
/// and weight, whichever gradients are needed, as PyTorch does.
record Convolution(Grid grid, int groups) implements Op {
  private static final int ROW_AXES = 3;
  private static final int COLOURS = 4;
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array bias = operands.getOrNull(BIAS);
    Array given = operands.inAnyFormat(X, saver);
    Array x = asImages(given);
    Array weight = asImages(operands.get(WEIGHT));
    int passes = operands.passes();
    Array result;
    if (PixelConvolution.isWorthwhile(grid, groups, x.shape(), weight.shape())) {
      result = PixelConvolution.convolve(grid, x, weight, bias, passes);
    } else if (OneDnn.isWorthwhile(grid, groups, x.shape(), weight.shape())) {
      result = OneDnn.convolve(grid, x, weight, bias, passes, format(x, saver));
    } else {
      result = convolvePlanes(asImages(operands.get(X)), weight, bias, passes);
    }
    boolean isRow = given.shape().rank() == ROW_AXES;
    if (saver.isRecording() || isRow) {
      result = result.moved(MemoryFormat.CONTIGUOUS);
    }
    saver.save("input", given);
    saver.save("weight", operands.get(WEIGHT));
    return isRow ? result.reshaped(withoutRow(result.shape())) : result.imagesLike(given);
  }

  private Array convolvePlanes(Array x, Array weight, @Nullable Array bias, int passes) {
    if (DepthwiseConvolution.isIt(groups, x.shape())) {
      return DepthwiseConvolution.of(grid, weight.shape(), groups)
          .convolve(x, weight, bias, passes);
    }
    if (RearrangedConvolution.isWorthwhile(grid, groups, x.shape(), weight.shape())) {
      return new RearrangedConvolution(grid, groups).convolve(x, weight, bias, passes);
    }
    return ShiftedConvolution.isWorthwhile(grid, groups, x.shape(), weight.shape())
        ? new ShiftedConvolution(grid, groups).convolve(x, weight, bias, passes)
        : new UnfoldedConvolution(grid, groups).convolve(x, weight, bias, passes);
  }

  /// Channels last where what went in has them last, or is a picture of few colours, which are soon
  /// reordered: what follows then need not be.
  private static MemoryFormat format(Array x, Saver saver) {
    return !saver.isRecording() && x.shape().size(1) <= COLOURS
        ? MemoryFormat.CHANNELS_LAST
        : x.format();
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = asImages(saved.get("input"));
    Array weight = asImages(saved.get("weight"));
    Array incoming = asImages(gradOutput);
    boolean[] needed = saved.needsGradient();
    Array gradBias = needed[BIAS] ? ChannelSums.of(incoming) : null;
    if (needed[X] && needed[WEIGHT] && isByOneDnn(x.shape(), weight.shape())) {
      Array[] gradients = OneDnn.gradients(grid, incoming, x, weight);
      return new @Nullable Array[] {
        like(saved, X, gradients[X]), like(saved, WEIGHT, gradients[WEIGHT]), gradBias
      };
    }
    return new @Nullable Array[] {
      needed[X] ? like(saved, X, gradX(incoming, x.shape(), weight)) : null,
      needed[WEIGHT] ? like(saved, WEIGHT, gradWeight(incoming, x, weight)) : null,
      gradBias
    };
  }

  private Array gradX(Array gradOutput, Shape x, Array weight) {
    // The loops over padded planes multiply what lies between the rows, which is 0, as well.
    if (!weight.isFinite()) {
      return new UnfoldedConvolution(grid, groups).gradX(gradOutput, x, weight);
    }
    if (DepthwiseConvolution.isIt(groups, x)) {
      return DepthwiseConvolution.of(grid, weight.shape(), groups).gradX(gradOutput, x, weight);
    }
    return ShiftedConvolution.isWorthwhile(grid, groups, x, weight.shape())
        ? new ShiftedConvolution(grid, groups).gradX(gradOutput, x, weight)
        : new UnfoldedConvolution(grid, groups).gradX(gradOutput, x, weight);
  }

  private Array gradWeight(Array gradOutput, Array x, Array weight) {
    return DepthwiseConvolution.isIt(groups, x.shape())
        ? DepthwiseConvolution.of(grid, weight.shape(), groups).gradWeight(gradOutput, x, weight)
        : new UnfoldedConvolution(grid, groups).gradWeight(gradOutput, x, weight);
  }

  /// Whether oneDNN is the one to convolve; it then also computes the two large gradients at once.
  private boolean isByOneDnn(Shape x, Shape weight) {
    return !PixelConvolution.isWorthwhile(grid, groups, x, weight)
        && OneDnn.isWorthwhile(grid, groups, x, weight);
  }

  private static Array like(Saved saved, int operand, Array gradient) {
    return gradient.reshaped(saved.operandShape(operand));
  }

  /// Rows of positions `[N, C, L]` as images of one row, and filters of them likewise.
  private static Array asImages(Array array) {
    Shape shape = array.shape();
    return shape.rank() == ROW_AXES
        ? array.reshaped(Shape.of(shape.size(0), shape.size(1), 1, shape.size(2)))
        : array;
  }

  private static Shape withoutRow(Shape images) {
    return Shape.of(images.size(0), images.size(1), images.size(3));
  }

  @Override
  public String torchName() {
    return "ConvolutionBackward0";
  }
}
