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

  /// Weight and bias are drawn within ±1/√in_features, as in PyTorch (Kaiming uniform with a = √5).
  public Linear(
      String path, int inFeatures, int outFeatures, boolean withBias, InitialValues initial) {
    super(path);
    double bound = bound(inFeatures);
    weight = addParameter("weight", initial, Shape.of(outFeatures, inFeatures), bound);
    bias = withBias ? addParameter("bias", initial, Shape.of(outFeatures), bound) : null;
  }

  /// What a fresh layer's state is, by its keys, found without making the layer.
  ///
  /// @param parameters the stream that the layer would draw from
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
        shape, Initialization.uniform(shape, bound(inFeatures), parameters.child(key)));
  }

  private static double bound(int inFeatures) {
    return inFeatures == 0 ? 0 : 1 / Math.sqrt(inFeatures);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.linear(weight, bias);
  }
}
