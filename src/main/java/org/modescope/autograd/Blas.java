package org.modescope.autograd;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/// Matrix products of row-major matrices, by the BLAS that ND4J brings.
///
/// Called directly: ND4J's own `gemm` spends some 16 µs on a product that takes BLAS 0.3 µs. Every
/// pass of a block is a product of its own, of the same size, so that a pass's result does not
/// depend on its place in the block.
final class Blas {
  /// How an operand is read.
  enum Read {
    AS_IS(CblasNoTrans),
    TRANSPOSED(CblasTrans);

    private final int code;

    Read(int code) {
      this.code = code;
    }
  }

  private Blas() {}

  /// A matrix inside a storage.
  ///
  /// @param offset the index of its first element
  /// @param columns the length of a row as it lies in memory
  record Matrix(Storage storage, long offset, int columns) {}

  /// `c = op(a)·op(b) + keep·c`, where the product is `rows × columns` over `inner`.
  static void multiply(
      Matrix a,
      Read readA,
      Matrix b,
      Read readB,
      Matrix c,
      int rows,
      int columns,
      int inner,
      float keep) {
    if (rows == 0 || columns == 0) {
      return;
    }
    cblas_sgemm(
        CblasRowMajor,
        readA.code,
        readB.code,
        rows,
        columns,
        inner,
        1f,
        a.storage.from(a.offset),
        Math.max(1, a.columns),
        b.storage.from(b.offset),
        Math.max(1, b.columns),
        keep,
        c.storage.from(c.offset),
        Math.max(1, c.columns));
  }
}
