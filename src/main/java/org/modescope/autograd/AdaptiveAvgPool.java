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
    Array result =
        Array.allocate(x.shape().with(-2, height).with(-1, width), x.passes()).imagesLike(x);
    if (isMean()) {
      PlaneMean.of(x, result);
    } else {
      MeanPool.pool(rows(planes), columns(planes), x, result);
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
    Shape x = saved.operandShape(0);
    Planes planes = Planes.of(x);
    return new @Nullable Array[] {
      MeanPoolGradient.of(x, rows(planes), columns(planes), gradOutput)
    };
  }

  private Spans rows(Planes planes) {
    return Spans.ofRegions(planes.rows(), height);
  }

  private Spans columns(Planes planes) {
    return Spans.ofRegions(planes.columns(), width);
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
