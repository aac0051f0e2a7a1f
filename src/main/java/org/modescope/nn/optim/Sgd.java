package org.modescope.nn.optim;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.modescope.autograd.Tensor;

/// Stochastic gradient descent, optionally with momentum (PyTorch's form: the velocity is not
/// scaled by the learning rate) and L2 weight decay. See `torch.optim.SGD`.
public final class Sgd extends Optimizer {
  private final Options options;
  private final Map<Tensor, float[]> velocities = new IdentityHashMap<>();

  /// @param learningRate `lr`
  /// @param momentum the share of the velocity that is kept; 0 for none
  /// @param weightDecay the L2 penalty
  /// @param lookahead whether the gradient is taken as if the velocity had already moved
  ///   (`nesterov`)
  public record Options(
      double learningRate, double momentum, double weightDecay, Lookahead lookahead) {

    public Options {
      if (lookahead == Lookahead.NESTEROV && momentum <= 0) {
        throw new IllegalArgumentException(
            "Nesterov momentum requires a momentum and zero dampening");
      }
    }
  }

  /// Whether a step looks ahead along the velocity.
  public enum Lookahead {
    NONE,
    NESTEROV
  }

  public Sgd(Collection<Tensor> parameters, Options options) {
    super(parameters);
    this.options = options;
  }

  @Override
  public long stateBytes() {
    return velocities.values().stream().mapToLong(Optimizer::bytes).sum();
  }

  @Override
  protected void update(Tensor parameter) {
    float learningRate = (float) -options.learningRate();
    float decay = (float) options.weightDecay();
    float momentum = (float) options.momentum();
    if (momentum == 0) {
      parameter.update(
          (i, value, gradient) -> Math.fma(learningRate, decayed(gradient, value, decay), value));
      return;
    }
    boolean isFirst = !velocities.containsKey(parameter);
    float[] velocity = velocities.computeIfAbsent(parameter, Optimizer::zerosLike);
    boolean looksAhead = options.lookahead() == Lookahead.NESTEROV;
    parameter.update(
        (i, value, gradient) -> {
          float direction = decayed(gradient, value, decay);
          velocity[i] = isFirst ? direction : velocity[i] * momentum + direction;
          float move = looksAhead ? Math.fma(momentum, velocity[i], direction) : velocity[i];
          return Math.fma(learningRate, move, value);
        });
  }

  private static float decayed(float gradient, float value, float decay) {
    return decay == 0 ? gradient : Math.fma(decay, value, gradient);
  }
}
