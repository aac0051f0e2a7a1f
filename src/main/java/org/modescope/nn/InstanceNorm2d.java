package org.modescope.nn;

import java.util.Optional;

/// [InstanceNorm] over channels of pixels.
public final class InstanceNorm2d extends InstanceNorm {
  public InstanceNorm2d(
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
    return 4;
  }
}
