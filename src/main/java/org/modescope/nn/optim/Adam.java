package org.modescope.nn.optim;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.modescope.autograd.Tensor;

/// Adam (D. Kingma and J. Ba, 2014), and AdamW, which decays weights apart from the gradient (I.
/// Loshchilov and F. Hutter, 2017). See `torch.optim.Adam` and `torch.optim.AdamW`.
public final class Adam extends Optimizer {
  private final Options options;
  private final Map<Tensor, Moments> moments = new IdentityHashMap<>();

  /// Running means of a parameter's gradients and of their squares, and how many steps are in them.
  private static final class Moments {
    private final float[] first;
    private final float[] second;
    private int steps;

    Moments(Tensor parameter) {
      first = zerosLike(parameter);
      second = zerosLike(parameter);
    }
  }

  /// @param learningRate `lr`
  /// @param beta1 how much of the mean of gradients is kept
  /// @param beta2 how much of the mean of squared gradients is kept
  /// @param epsilon added to the denominator
  /// @param weightDecay how much weights shrink
  /// @param decay what the decay acts on
  public record Options(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      Decay decay) {

    /// PyTorch's defaults for everything else.
    public static Options of(double learningRate, double weightDecay, Decay decay) {
      return new Options(learningRate, 0.9, 0.999, 1e-8, weightDecay, decay);
    }
  }

  /// What weight decay acts on.
  public enum Decay {
    /// The gradient, as an L2 penalty: `Adam`.
    GRADIENT,
    /// The weight itself: `AdamW`.
    WEIGHT
  }

  public Adam(Collection<Tensor> parameters, Options options) {
    super(parameters);
    this.options = options;
  }

  @Override
  public long stateBytes() {
    return moments.values().stream()
        .mapToLong(each -> bytes(each.first) + bytes(each.second))
        .sum();
  }

  @Override
  protected void update(Tensor parameter) {
    Moments known = moments.computeIfAbsent(parameter, Moments::new);
    float[] first = known.first;
    float[] second = known.second;
    known.steps++;
    int step = known.steps;
    double correction1 = 1 - Math.pow(options.beta1(), step);
    double correction2 = 1 - Math.pow(options.beta2(), step);
    float keepFirst = (float) options.beta1();
    float takeFirst = (float) (1 - options.beta1());
    float keepSecond = (float) options.beta2();
    float takeSecond = (float) (1 - options.beta2());
    float stepSize = (float) -(options.learningRate() / correction1);
    float root2 = (float) Math.sqrt(correction2);
    float epsilon = (float) options.epsilon();
    boolean decaysWeight = options.decay() == Decay.WEIGHT;
    float shrink = decaysWeight ? (float) (1 - options.learningRate() * options.weightDecay()) : 1;
    float penalty = decaysWeight ? 0 : (float) options.weightDecay();
    parameter.update(
        (i, value, gradient) -> {
          float shrunk = value * shrink;
          float direction = penalty == 0 ? gradient : Math.fma(penalty, value, gradient);
          first[i] = Math.fma(takeFirst, direction, first[i] * keepFirst);
          second[i] = takeSecond * direction * direction + second[i] * keepSecond;
          float denominator = (float) Math.sqrt(second[i]) / root2 + epsilon;
          return shrunk + stepSize * first[i] / denominator;
        });
  }
}
