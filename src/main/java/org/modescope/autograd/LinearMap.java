package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;
import org.modescope.autograd.Blas.Read;
import org.modescope.autograd.Explanation.Key;

/// The linear map `xWᵀ + b`: x `[…, in]`, W `[out, in]`, b `[out]` or absent, result `[…, out]`.
///
/// Keeps x, as rows, only if W needs a gradient, and W (transposed, without copying) only if x
/// does.
///
/// @param form which of PyTorch's operations this is
record LinearMap(Form form) implements Op {
  /// PyTorch adds the bias inside the product, and names and packs a product without one otherwise.
  enum Form {
    ADDMM("AddmmBackward0", "mat1"),
    MM("MmBackward0", "self");

    private final String torchName;
    private final String inputName;

    Form(String torchName, String inputName) {
      this.torchName = torchName;
      this.inputName = inputName;
    }
  }

  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public String torchName() {
    return form.torchName;
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.get(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    checkShapes(x.shape(), weight.shape());
    int in = weight.shape().size(1);
    int out = weight.shape().size(0);
    int rows = in == 0 ? 0 : x.size() / in;
    Array result = Array.allocate(x.shape().with(-1, out), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      fillRows(result, pass, rows, bias);
      Blas.multiply(
          new Matrix(x.storage(), x.offset(pass), in),
          Read.AS_IS,
          new Matrix(weight.storage(), 0, in),
          Read.TRANSPOSED,
          new Matrix(result.storage(), result.offset(pass), out),
          rows,
          out,
          in,
          bias == null ? 0 : 1);
    }
    // PyTorch keeps the two in another order where it adds no bias; the numbering of storages
    // follows it.
    if (form == Form.MM) {
      saveInput(x, rows, in, operands, saver);
    }
    if (operands.needsGradient(X)) {
      saver.save("mat2", weight.reshaped(Shape.of(in, out)));
    }
    if (form == Form.ADDMM) {
      saveInput(x, rows, in, operands, saver);
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    int out = gradOutput.shape().size(-1);
    int rows = out == 0 ? 0 : gradOutput.size() / out;
    return new @Nullable Array[] {
      needed[X] ? gradX(gradOutput, saved.get("mat2"), rows, out) : null,
      needed[WEIGHT] ? gradWeight(gradOutput, saved.get(form.inputName), rows, out) : null,
      needed[BIAS] ? gradBias(gradOutput, rows, out) : null
    };
  }

  private void saveInput(Array x, int rows, int in, Operands operands, Saver saver) {
    if (operands.needsGradient(WEIGHT)) {
      saver.save(form.inputName, x.reshaped(Shape.of(rows, in)));
    }
  }

  private static Array gradX(Array gradOutput, Array weight, int rows, int out) {
    int in = weight.shape().size(0);
    Array gradient = Array.allocate(gradOutput.shape().with(-1, in), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      Blas.multiply(
          new Matrix(gradOutput.storage(), gradOutput.offset(pass), out),
          Read.AS_IS,
          new Matrix(weight.storage(), 0, in),
          Read.AS_IS,
          new Matrix(gradient.storage(), gradient.offset(pass), in),
          rows,
          in,
          out,
          0);
    }
    return gradient;
  }

  private static Array gradWeight(Array gradOutput, Array x, int rows, int out) {
    int in = x.shape().size(-1);
    Array gradient = Array.zeros(Shape.of(out, in), 1);
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      Blas.multiply(
          new Matrix(gradOutput.storage(), gradOutput.offset(pass), out),
          Read.TRANSPOSED,
          new Matrix(x.storage(), x.offset(pass), in),
          Read.AS_IS,
          new Matrix(gradient.storage(), 0, in),
          out,
          in,
          rows,
          1);
    }
    return gradient;
  }

  private static Array gradBias(Array gradOutput, int rows, int out) {
    Array gradient = Array.zeros(Shape.of(out), 1);
    MemorySegment source = gradOutput.floats();
    MemorySegment target = gradient.floats();
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int row = 0; row < rows; row++) {
        long from = gradOutput.offset(pass) + (long) row * out;
        for (int i = 0; i < out; i++) {
          target.setAtIndex(
              JAVA_FLOAT,
              i,
              target.getAtIndex(JAVA_FLOAT, i) + source.getAtIndex(JAVA_FLOAT, from + i));
        }
      }
    }
    return gradient;
  }

  private static void fillRows(Array result, int pass, int rows, @Nullable Array bias) {
    if (bias == null) {
      return;
    }
    int out = bias.size();
    for (int row = 0; row < rows; row++) {
      MemorySegment.copy(
          bias.floats(),
          0,
          result.floats(),
          (result.offset(pass) + (long) row * out) * Float.BYTES,
          (long) out * Float.BYTES);
    }
  }

  private static void checkShapes(Shape x, Shape weight) {
    if (x.rank() == 0) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "both arguments to linear need to be at least 1D, but they are 0D and 2D",
          Explanation.of(Key.LINEAR_OF_A_NUMBER));
    }
    int in = weight.size(1);
    int found = x.size(-1);
    if (found == in) {
      return;
    }
    throw new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        String.format(
            Locale.ROOT,
            "mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d)",
            x.elements() / Math.max(1, found),
            found,
            in,
            weight.size(0)),
        Explanation.of(
            Key.OTHER_FEATURES,
            "expected",
            in,
            "found",
            found,
            "shape",
            Arrays.toString(x.toArray())));
  }
}
