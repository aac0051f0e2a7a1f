package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The linear map `y = xWᵀ + b`: x `[…, in]`, W `[out, in]`, b `[out]` or absent, y `[…, out]`.
///
/// With g the gradient of y, x has the gradient `gW`, W `gᵀx` and b `Σ g` over the rows (D.
/// Rumelhart et al., "Learning representations by back-propagating errors", 1986). Keeps x, as
/// rows, only if W needs a gradient, and W (transposed, without copying) only if x does.
///
/// @param form which of PyTorch's operations this is
record LinearMap(Form form) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.get(WEIGHT);
    LinearShapes.check(x.shape(), weight.shape());
    Array result =
        LinearKernel.timesTransposed(x, weight, operands.getOrNull(BIAS), operands.passes());
    // PyTorch keeps the two in another order where it adds no bias; the numbering of storages
    // follows it.
    if (form == Form.MM && operands.needsGradient(WEIGHT)) {
      saver.save(form.inputName, LinearShapes.rows(x, weight));
    }
    if (operands.needsGradient(X)) {
      Array transposed = LinearShapes.transposed(weight);
      saver.save(
          "mat2",
          form == Form.BMM
              ? LinearShapes.forEveryBatch(transposed, x.shape().size(0))
              : transposed);
    }
    if (form == Form.ADDMM && operands.needsGradient(WEIGHT)) {
      saver.save(form.inputName, LinearShapes.rows(x, weight));
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    return new @Nullable Array[] {
      needed[X] ? LinearKernel.times(gradOutput, saved.get("mat2")) : null,
      needed[WEIGHT] ? LinearKernel.transposedTimes(gradOutput, saved.get(form.inputName)) : null,
      needed[BIAS] ? LinearKernel.sumOfRows(gradOutput) : null
    };
  }

  /// With a bias it is one product of a matrix and one view of its rows, and of a single row
  /// always.
  @Override
  public boolean isView(Operands operands) {
    int rank = operands.get(X).shape().rank();
    return rank == 1 || form == Form.ADDMM && rank != 2;
  }

  @Override
  public String torchName() {
    return form.torchName;
  }

  /// PyTorch adds the bias inside the product, and names and packs a product without one otherwise.
  /// Batches of rows are multiplied each by the same weight, which is frozen.
  enum Form {
    ADDMM("AddmmBackward0", "mat1"),
    MM("MmBackward0", "self"),
    BMM("BmmBackward0", "self");

    private final String torchName;
    private final String inputName;

    Form(String torchName, String inputName) {
      this.torchName = torchName;
      this.inputName = inputName;
    }
  }
}
