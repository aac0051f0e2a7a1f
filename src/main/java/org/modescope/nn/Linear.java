package org.modescope.nn;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;

/// The linear map `y = xWᵀ + b` over the last axis: `[…, in_features]` to `[…, out_features]`. The
/// same in both modes.
public final class Linear extends Layer {
  private final Tensor weight;
  private final @Nullable Tensor bias;

  /// Draws weight and bias as PyTorch does: uniformly within ±1/√in_features (Kaiming uniform with
  /// a = √5).
  public Linear(
      String path, int inFeatures, int outFeatures, boolean withBias, RandomStream parameters) {
    super(path);
    double bound = inFeatures == 0 ? 0 : 1 / Math.sqrt(inFeatures);
    weight =
        addParameter(
            "weight",
            Initialization.uniform(
                Shape.of(outFeatures, inFeatures), bound, parameters.child(key("weight"))));
    bias =
        withBias
            ? addParameter(
                "bias",
                Initialization.uniform(Shape.of(outFeatures), bound, parameters.child(key("bias"))))
            : null;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.linear(weight, bias);
  }
}
