package org.modescope.run;

import java.util.Collection;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Training;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.optim.Adam;
import org.modescope.nn.optim.Adam.Decay;
import org.modescope.nn.optim.Optimizer;
import org.modescope.nn.optim.Sgd;
import org.modescope.nn.optim.Sgd.Lookahead;

/// Makes optimizers from their descriptions.
final class Optimizers {
  private Optimizers() {}

  /// @throws PassRefusedException if there are no parameters
  static Optimizer make(Training.OptimizerSpec spec, Collection<Tensor> parameters) {
    try {
      return made(spec, parameters);
    } catch (TorchException refused) {
      throw new PassRefusedException("optimizer", refused);
    }
  }

  private static Optimizer made(Training.OptimizerSpec spec, Collection<Tensor> parameters) {
    return switch (spec) {
      case Training.Sgd sgd ->
          new Sgd(
              parameters,
              new Sgd.Options(
                  sgd.lr(),
                  sgd.momentum(),
                  sgd.weightDecay(),
                  sgd.nesterov() ? Lookahead.NESTEROV : Lookahead.NONE));
      case Training.Adam(double lr, double beta1, double beta2, double eps, double decay) ->
          new Adam(parameters, new Adam.Options(lr, beta1, beta2, eps, decay, Decay.GRADIENT));
      case Training.AdamW(double lr, double beta1, double beta2, double eps, double decay) ->
          new Adam(parameters, new Adam.Options(lr, beta1, beta2, eps, decay, Decay.WEIGHT));
    };
  }
}
