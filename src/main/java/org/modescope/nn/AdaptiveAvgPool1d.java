package org.modescope.nn;

import org.modescope.autograd.Tensor;

/// Averages each channel down to a given number of stretches: `[N, C, L]`, or one sample `[C, L]`.
/// The same in both modes.
public final class AdaptiveAvgPool1d extends Layer {
  private final int stretches;

  public AdaptiveAvgPool1d(String path, int stretches) {
    super(path);
    this.stretches = stretches;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Positions.checkRank(x.shape(), "adaptive_avg_pool1d");
    return Positions.asImages(
        x,
        images -> {
          if (stretches != 1) {
            AdaptiveAvgPool2d.checkNotEmpty(images.shape());
          }
          return images.adaptiveAvgPool(1, stretches);
        });
  }
}
