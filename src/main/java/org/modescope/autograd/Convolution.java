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
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array weight = operands.get(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    Array x = operands.inAnyFormat(X, saver);
    int passes = operands.passes();
    Array result;
    if (PixelConvolution.isWorthwhile(grid, groups, x.shape(), weight.shape())) {
      result = PixelConvolution.convolve(grid, x, weight, bias, passes);
    } else if (OneDnn.isWorthwhile(grid, groups, x.shape(), weight.shape())) {
      result = OneDnn.convolve(grid, x, weight, bias, passes);
    } else {
      result =
          new UnfoldedConvolution(grid, groups).convolve(operands.get(X), weight, bias, passes);
    }
    if (saver.isRecording()) {
      result = result.moved(MemoryFormat.CONTIGUOUS);
    }
    saver.save("input", x);
    saver.save("weight", weight);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("input");
    Array weight = saved.get("weight");
    boolean[] needed = saved.needsGradient();
    UnfoldedConvolution kernel = new UnfoldedConvolution(grid, groups);
    return new @Nullable Array[] {
      needed[X] ? kernel.gradX(gradOutput, x, weight) : null,
      needed[WEIGHT] ? kernel.gradWeight(gradOutput, x, weight) : null,
      needed[BIAS] ? UnfoldedConvolution.gradBias(gradOutput) : null
    };
  }

  @Override
  public String torchName() {
    return "ConvolutionBackward0";
  }
}
