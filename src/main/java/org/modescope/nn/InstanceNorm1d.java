package org.modescope.nn;

import java.util.Optional;

/// [InstanceNorm] over channels of positions.
public final class InstanceNorm1d extends InstanceNorm {
  public InstanceNorm1d(
      String path,
      int features,
      double epsilon,
      Optional<Double> momentum,
      BatchNorm.Affine affine,
      BatchNorm.Tracking tracking) {
    super(path, features, epsilon, momentum, affine, tracking);
  }

  @Override
  protected int batchedRank() {
    return 3;
  }
}
