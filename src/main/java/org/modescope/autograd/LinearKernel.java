package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;
import org.modescope.autograd.Blas.Read;

/// The three matrix products of a [LinearMap] and the sum over rows, on rows `[…, in]` and `[…,
/// out]`.
///
/// BLAS reads either operand transposed where it lies, so nothing is copied; the bias is laid out
/// first and the product added to it, and weight gradients add up over the passes, inside the
/// product: neither takes another pass over memory.
final class LinearKernel {
  private LinearKernel() {}

  /// `xWᵀ + b`.
  static Array timesTransposed(Array x, Array weight, @Nullable Array bias, int passes) {
    int in = weight.shape().size(1);
    int out = weight.shape().size(0);
    int rows = rows(x, in);
    Array result = Array.allocate(x.shape().with(-1, out), passes);
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
    return result;
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

  /// `gW`, with W as it was kept: called `[in, out]` or `[batches, in, out]`, but lying as `[out,
  /// in]`.
  static Array times(Array gradOutput, Array transposedWeight) {
    int out = gradOutput.shape().size(-1);
    int rows = rows(gradOutput, out);
    int in = transposedWeight.shape().size(-2);
    Array gradient = Array.allocate(gradOutput.shape().with(-1, in), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      Blas.multiply(
          new Matrix(gradOutput.storage(), gradOutput.offset(pass), out),
          Read.AS_IS,
          new Matrix(transposedWeight.storage(), 0, in),
          Read.AS_IS,
          new Matrix(gradient.storage(), gradient.offset(pass), in),
          rows,
          in,
          out,
          0);
    }
    return gradient;
  }

  /// `gᵀx`, summed over the passes.
  static Array transposedTimes(Array gradOutput, Array x) {
    int out = gradOutput.shape().size(-1);
    int rows = rows(gradOutput, out);
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

  /// `Σ g` over rows and passes.
  static Array sumOfRows(Array gradOutput) {
    int out = gradOutput.shape().size(-1);
    int rows = rows(gradOutput, out);
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

  private static int rows(Array array, int width) {
    return width == 0 ? 0 : array.size() / width;
  }
}
