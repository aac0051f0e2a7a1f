package org.modescope.autograd;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// The means of `height × width` nearly equal regions of each plane: x `[…, H, W]`, result `[…,
/// height, width]`.
///
/// Each element has the sum of `g/size` over the regions that it lies in. Keeps x, as PyTorch does,
/// although only its sizes are needed; a single region is PyTorch's plain mean, which keeps
/// nothing.
record AdaptiveAvgPool(int height, int width) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Regions regions = new Regions(height, width);
    Array result = Array.allocate(x.shape().with(-2, height).with(-1, width), x.passes());
    for (int pass = 0; pass < x.passes(); pass++) {
      long to = result.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long from = x.offset(pass) + plane * planes.size();
        for (int row = 0; row < height; row++) {
          for (int column = 0; column < width; column++) {
            result.put(to, regions.mean(x, from, planes, row, column));
            to++;
          }
        }
      }
    }
    if (!isMean()) {
      saver.save("self", x);
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    if (!isMean()) {
      checkNotEmpty(gradOutput.shape());
    }
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    Regions regions = new Regions(height, width);
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      long from = gradOutput.offset(pass);
      for (int plane = 0; plane < planes.count(); plane++) {
        long to = gradient.offset(pass) + plane * planes.size();
        for (int row = 0; row < height; row++) {
          for (int column = 0; column < width; column++) {
            regions.spread(gradient, to, planes, row, column, gradOutput.at(from));
            from++;
          }
        }
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return isMean() ? "MeanBackward1" : "AdaptiveAvgPool2DBackward0";
  }

  private boolean isMean() {
    return height == 1 && width == 1;
  }

  private static void checkNotEmpty(Shape gradOutput) {
    for (int axis = 1; axis < gradOutput.rank(); axis++) {
      if (gradOutput.size(axis) == 0) {
        throw new TorchException(
            TorchException.Type.RUNTIME_ERROR,
            String.format(
                Locale.ROOT,
                "adaptive_avg_pool2d_backward(): Expected grad_output to have non-zero size for"
                    + " non-batch dimensions, but grad_output has sizes %s with dimension %d being"
                    + " empty",
                Arrays.toString(gradOutput.toArray()),
                axis),
            Explanation.of(Key.NO_GRADIENT_OF_NOTHING));
      }
    }
  }
}
