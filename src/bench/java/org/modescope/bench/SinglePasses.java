package org.modescope.bench;

import org.modescope.autograd.Arena;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.StreamDraws;
import org.modescope.run.NetworkBuilder;

/// Forward passes one by one through `nn`, without a runner and unobserved.
final class SinglePasses implements Work {
  private final Experiment experiment;
  private final Sequential net;
  private final Tensor input;
  private final Draws draws;
  private long made;

  SinglePasses(Experiment experiment) {
    this.experiment = experiment;
    Generator generator = Generator.seeded(experiment.seed());
    net = NetworkBuilder.build(experiment.network(), experiment.mode(), generator);
    input = Tensor.input(experiment.input().shape(), InputValues.of(experiment.input(), generator));
    draws = new StreamDraws(generator);
  }

  /// The same with an input that takes a gradient, so that layers without parameters are recorded
  /// too.
  static SinglePasses withGradientOfInput(Experiment experiment) {
    SinglePasses passes = new SinglePasses(experiment);
    passes.input.requireGrad(true);
    return passes;
  }

  @Override
  public void repeat(int count) {
    experiment
        .gradMode()
        .run(
            () -> {
              for (int i = 0; i < count; i++) {
                pass();
              }
            });
  }

  private void pass() {
    try (Arena _ = Arena.open()) {
      net.apply(input, Passes.of(made++, 1, draws));
    }
  }

  @Override
  public void close() {
    input.close();
    net.close();
  }
}
