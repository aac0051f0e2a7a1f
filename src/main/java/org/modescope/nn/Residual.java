package org.modescope.nn;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// `activation(body(x) + shortcut(x))` (K. He et al., "Deep residual learning for image
/// recognition", 2015); an empty shortcut passes x on, and there need be no activation.
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
  protected Tensor forward(Tensor x, Passes passes) {
    Tensor main = body.forward(x, passes);
    Tensor around = shortcut.forward(x, passes);
    if (!main.shape().equals(around.shape())) {
      throw mismatch(main, around);
    }
    Tensor sum = main.add(around);
    closeUnless(x, main);
    closeUnless(x, around);
    if (activation == Activation.NONE) {
      return sum;
    }
    Tensor result = sum.relu();
    sum.close();
    return result;
  }

  /// Nobody but the graph may need a branch's result after the sum.
  private static void closeUnless(Tensor input, Tensor branch) {
    if (branch != input) {
      branch.close();
    }
  }

  private static TorchException mismatch(Tensor main, Tensor around) {
    int rank = Math.min(main.shape().rank(), around.shape().rank());
    for (int axis = 1; axis <= rank; axis++) {
      int size = main.shape().size(-axis);
      int other = around.shape().size(-axis);
      if (size != other) {
        return new TorchException(
            TorchException.Type.RUNTIME_ERROR,
            "The size of tensor a (%d) must match the size of tensor b (%d) at non-singleton dimension %d"
                .formatted(
                    size, other, Math.max(main.shape().rank(), around.shape().rank()) - axis),
            "Body and shortcut are added, so they must give the same shape: %s and %s."
                .formatted(main.shape(), around.shape()));
      }
    }
    return new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        "The body's output has shape %s and the shortcut's %s"
            .formatted(main.shape().toTorch(), around.shape().toTorch()),
        "Body and shortcut are added, so they must give the same shape.");
  }
}
