package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean of the elements under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Each element has the sum of `g/divisor` over the windows that saw it. Keeps x, as PyTorch does,
/// although only its sizes are needed.
///
/// @param padding whether padded places count as zeros
record AvgPool(Grid grid, PaddingCount padding) implements Op {

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Array result = Array.allocate(planes.pooled(x.shape(), grid), x.passes());
    new AvgPoolWindows(grid, padding)
        .forEach(
            planes,
            result,
            (window, pass, plane, to) -> {
              long from = x.offset(pass) + plane * planes.size();
              double sum = 0;
              for (int row = window.top(); row < window.bottom(); row++) {
                for (int column = window.left(); column < window.right(); column++) {
                  sum += x.at(from + (long) row * planes.columns() + column);
                }
              }
              result.put(to, (float) (sum / window.divisor()));
            });
    saver.save("self", x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    new AvgPoolWindows(grid, padding)
        .forEach(
            planes,
            gradOutput,
            (window, pass, plane, from) -> {
              long to = gradient.offset(pass) + plane * planes.size();
              float part = gradOutput.at(from) / window.divisor();
              for (int row = window.top(); row < window.bottom(); row++) {
                for (int column = window.left(); column < window.right(); column++) {
                  long at = to + (long) row * planes.columns() + column;
                  gradient.put(at, gradient.at(at) + part);
                }
              }
            });
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "AvgPool2DBackward0";
  }
}
