package org.modescope.nn;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Tensor;

/// `activation(body(x) + shortcut(x))` (K. He et al., "Deep residual learning for image
/// recognition", 2015); an empty shortcut passes x on, and there need be no activation. Where the
/// two differ in shape, the sum stretches them to one, as any sum in PyTorch.
public final class Residual extends Layer {
  private final Sequential body;
  private final Sequential shortcut;
  private final Activation activation;

  /// What follows the sum.
  public enum Activation {
    NONE,
    RELU
  }

  public Residual(
      String path,
      List<? extends Layer> body,
      List<? extends Layer> shortcut,
      Activation activation) {
    super(path);
    this.body = new Sequential(path, body);
    this.shortcut = new Sequential(path, shortcut);
    this.activation = activation;
  }

  @Override
  public List<Layer> children() {
    List<Layer> children = new ArrayList<>(body.children());
    children.addAll(shortcut.children());
    return children;
  }

  @Override
  public boolean overwritesInput() {
    return body.overwritesInput() || shortcut.overwritesInput();
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Tensor main = body.forward(x, passes);
    Tensor around = shortcut.forward(x, passes);
    Tensor sum = lastUse(main, x).add(lastUse(around, x));
    closeUnless(x, main);
    closeUnless(x, around);
    if (activation == Activation.NONE) {
      return sum;
    }
    Tensor result = sum.expiring().relu();
    sum.close();
    return result;
  }

  /// Only the input is read again after the sum.
  private static Tensor lastUse(Tensor branch, Tensor input) {
    return branch == input ? input : branch.expiring();
  }

  /// Nobody but the graph may need a branch's result after the sum.
  private static void closeUnless(Tensor input, Tensor branch) {
    if (branch != input) {
      branch.close();
    }
  }
}
