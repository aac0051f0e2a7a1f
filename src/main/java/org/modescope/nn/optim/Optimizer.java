package org.modescope.nn.optim;

import java.util.Collection;
import java.util.List;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Changes parameters by their gradients.
public abstract class Optimizer {
  private final List<Tensor> parameters;

  /// @throws TorchException if there are none
  protected Optimizer(Collection<Tensor> parameters) {
    if (parameters.isEmpty()) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "optimizer got an empty parameter list",
          Explanation.of(Key.NOTHING_TO_TRAIN));
    }
    this.parameters = List.copyOf(parameters);
  }

  /// Forgets the gradients of the last backward.
  public final void zeroGrad() {
    parameters.forEach(Tensor::clearGrad);
  }

  /// Changes every parameter that has a gradient.
  public final void step() {
    GradMode.NO_GRAD.run(
        () -> {
          for (Tensor parameter : parameters) {
            if (parameter.grad() != null) {
              update(parameter);
            }
          }
        });
  }

  /// Changes one parameter.
  protected abstract void update(Tensor parameter);

  /// The bytes of what is kept of earlier gradients.
  public abstract long stateBytes();

  /// The bytes of numbers.
  static long bytes(float[] numbers) {
    return (long) numbers.length * Float.BYTES;
  }

  /// Numbers, all 0, one for each element of a parameter.
  static float[] zerosLike(Tensor parameter) {
    return new float[Math.toIntExact(parameter.shape().elements())];
  }
}
