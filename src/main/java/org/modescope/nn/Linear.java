package org.modescope.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;

/// The linear map `y = xWᵀ + b` over the last axis: `[…, in_features]` to `[…, out_features]`. The
/// same in both modes.
public final class Linear extends Layer {
  private final Tensor weight;
  private final @Nullable Tensor bias;

  /// Weight and bias are drawn in this order within ±1/√in_features, as in PyTorch.
  public Linear(
      String path, int inFeatures, int outFeatures, boolean withBias, InitialValues initial) {
    super(path);
    double weightBound = Initialization.weightBound(inFeatures);
    weight = addParameter("weight", initial, Shape.of(outFeatures, inFeatures), weightBound);
    double biasBound = Initialization.biasBound(inFeatures);
    bias = withBias ? addParameter("bias", initial, Shape.of(outFeatures), biasBound) : null;
  }

  /// What a fresh layer's state is, by its keys, found without making the layer.
  ///
  /// @param generator what the layer would draw from
  public static StateDict fresh(String path, int inFeatures, int outFeatures, Generator generator) {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    double weightBound = Initialization.weightBound(inFeatures);
    double biasBound = Initialization.biasBound(inFeatures);
    Shape weight = Shape.of(outFeatures, inFeatures);
    entries.put(path + ".weight", fresh(weight, weightBound, generator));
    entries.put(path + ".bias", fresh(Shape.of(outFeatures), biasBound, generator));
    return new StateDict(entries);
  }

  private static StateDict.Floats fresh(Shape shape, double bound, Generator generator) {
    return new StateDict.Floats(shape, Initialization.uniform(shape, bound, generator));
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.linear(weight, bias);
  }
}
