package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;

/// The unfolded columns of one array's images, one at a time; an image whose windows are its pixels
/// is its own columns.
final class UnfoldedColumns implements AutoCloseable {
  private final Unfolding unfolding;
  private final @Nullable Storage storage;
  private long unfolded = -1;

  UnfoldedColumns(Unfolding unfolding) {
    this.unfolding = unfolding;
    this.storage =
        unfolding.grid().isPointwise()
            ? null
            : new Storage((long) unfolding.windowSize() * unfolding.outputs(), Storage.Role.VALUE);
  }

  Matrix of(Array x, long image) {
    if (storage == null) {
      return new Matrix(x.storage(), image, unfolding.outputs());
    }
    if (image != unfolded) {
      unfolding.unfold(x.floats(), image, storage.floats());
      unfolded = image;
    }
    return new Matrix(storage, 0, unfolding.outputs());
  }

  @Override
  public void close() {
    if (storage != null) {
      storage.release();
    }
  }
}
