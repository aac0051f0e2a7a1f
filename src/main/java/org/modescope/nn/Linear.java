package org.modescope.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
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
    double bound = bound(inFeatures);
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

  /// What a fresh layer's state is, by its keys, found without making the layer.
  ///
  /// @param parameters the stream that the constructor would be given
  public static StateDict fresh(
      String path, int inFeatures, int outFeatures, RandomStream parameters) {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    Shape weight = Shape.of(outFeatures, inFeatures);
    Shape bias = Shape.of(outFeatures);
    entries.put(path + ".weight", fresh(path + ".weight", weight, inFeatures, parameters));
    entries.put(path + ".bias", fresh(path + ".bias", bias, inFeatures, parameters));
    return new StateDict(entries);
  }

  private static StateDict.Floats fresh(
      String key, Shape shape, int inFeatures, RandomStream parameters) {
    return new StateDict.Floats(
        shape, Initialization.uniformValues(shape, bound(inFeatures), parameters.child(key)));
  }

  private static double bound(int inFeatures) {
    return inFeatures == 0 ? 0 : 1 / Math.sqrt(inFeatures);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.linear(weight, bias);
  }
}
