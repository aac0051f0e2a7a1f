package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Zeros added below and to the right of every image: x `[…, H, W]`, result `[…, H + rows, W +
/// columns]`. The gradient loses what was added. Keeps nothing. PyTorch pads so where "same"
/// padding cannot be even.
record PadEnd(int rows, int columns) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Planes planes = Planes.of(x.shape());
    Shape padded = x.shape().with(-2, planes.rows() + rows).with(-1, planes.columns() + columns);
    Array result = Array.zeros(padded, x.passes());
    forEachPixel(
        planes,
        x.passes(),
        (pass, inner, outer) ->
            result.put(result.offset(pass) + outer, x.at(x.offset(pass) + inner)));
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.allocate(saved.operandShape(0), gradOutput.passes());
    forEachPixel(
        Planes.of(gradient.shape()),
        gradient.passes(),
        (pass, inner, outer) ->
            gradient.put(
                gradient.offset(pass) + inner, gradOutput.at(gradOutput.offset(pass) + outer)));
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "ConstantPadNdBackward0";
  }

  @FunctionalInterface
  private interface PixelAction {
    void at(int pass, long inner, long outer);
  }

  private void forEachPixel(Planes planes, int passes, PixelAction action) {
    int outerColumns = planes.columns() + columns;
    for (int pass = 0; pass < passes; pass++) {
      for (int plane = 0; plane < planes.count(); plane++) {
        for (int row = 0; row < planes.rows(); row++) {
          long inner = ((long) plane * planes.rows() + row) * planes.columns();
          long outer = ((long) plane * (planes.rows() + rows) + row) * outerColumns;
          for (int column = 0; column < planes.columns(); column++) {
            action.at(pass, inner + column, outer + column);
          }
        }
      }
    }
  }
}
