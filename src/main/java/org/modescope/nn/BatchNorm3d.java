package org.modescope.nn;

import java.util.Locale;
import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.TorchException;

/// [BatchNorm] over volumes, `[N, C, D, H, W]`.
public final class BatchNorm3d extends BatchNorm {

  /// @param momentum the share of the new value; empty for a cumulative average
  public BatchNorm3d(
      String path,
      int features,
      double epsilon,
      Optional<Double> momentum,
      Affine affine,
      Tracking tracking) {
    super(path, features, epsilon, momentum, affine, tracking);
  }

  @Override
  protected void checkRank(Shape shape) {
    if (shape.rank() != 5) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          String.format(Locale.ROOT, "expected 5D input (got %dD input)", shape.rank()),
          Explanation.of(Key.BATCH_NORM_3D_TAKES));
    }
  }
}
