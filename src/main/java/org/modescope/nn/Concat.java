package org.modescope.nn;

import java.util.List;
import org.modescope.autograd.Tensor;

/// Branches of one input, their outputs one after another along an axis: `torch.cat([branch(x) for
/// branch in branches], dim)`. A branch without layers passes the input on.
public final class Concat extends Layer {
  private final List<Layer> branches;
  private final int axis;

  /// @param branches at least one, each a [Sequential]
  /// @param axis may count from the back
  public Concat(String path, List<? extends Layer> branches, int axis) {
    super(path);
    this.branches = List.copyOf(branches);
    this.axis = axis;
  }

  @Override
  public List<Layer> children() {
    return branches;
  }

  @Override
  public boolean overwritesInput() {
    return branches.stream().anyMatch(Layer::overwritesInput);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    List<Tensor> outputs = branches.stream().map(branch -> branch.apply(x, passes)).toList();
    Tensor joined = Tensor.concatenate(outputs, axis);
    // Nobody but the graph may need a branch's result after they are joined.
    outputs.stream().filter(output -> output != x).forEach(Tensor::close);
    return joined;
  }
}
