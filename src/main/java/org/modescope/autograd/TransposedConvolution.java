package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Two-dimensional transposed convolution: x `[N, C, H, W]`, weight `[C, O/groups, height, width]`,
/// result `[N, O, H', W']`. What a convolution does to gradients on their way back, this does to
/// images on their way forward (V. Dumoulin and F. Visin, "A guide to convolution arithmetic for
/// deep learning", 2016).
///
/// Keeps x and the weight, as a convolution does, and is the same node.
///
/// @param grid the window of the convolution that it transposes
/// @param rows the result's rows
/// @param columns the result's columns
record TransposedConvolution(Grid grid, int groups, int rows, int columns) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.get(WEIGHT);
    Array given = x.forEveryPass(operands.passes());
    Array result = new UnfoldedConvolution(grid, groups).gradX(given, result(x, weight), weight);
    given.storage().release();
    Array bias = operands.getOrNull(BIAS);
    if (bias != null) {
      ChannelTerms.add(bias, result);
    }
    saver.save("input", x);
    saver.save("weight", weight);
    return result.imagesLike(x);
  }

  private Shape result(Array x, Array weight) {
    return Shape.of(x.shape().size(0), weight.shape().size(1) * groups, rows, columns);
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array weight = saved.get("weight");
    boolean[] needed = saved.needsGradient();
    UnfoldedConvolution kernel = new UnfoldedConvolution(grid, groups);
    return new @Nullable Array[] {
      needed[X] ? kernel.convolve(gradOutput, weight, null, gradOutput.passes()) : null,
      needed[WEIGHT] ? gradWeight(kernel, gradOutput, saved.get("input"), weight) : null,
      needed[BIAS] ? ChannelSums.of(gradOutput) : null
    };
  }

  /// The two change places: what went in is what a convolution's gradient would be.
  private static Array gradWeight(
      UnfoldedConvolution kernel, Array gradOutput, Array x, Array weight) {
    Array given = x.forEveryPass(gradOutput.passes());
    Array gradient = kernel.gradWeight(given, gradOutput, weight);
    given.storage().release();
    return gradient;
  }

  @Override
  public String torchName() {
    return "ConvolutionBackward0";
  }
}
