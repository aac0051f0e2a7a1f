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
import org.modescope.nn.optim.Adam;
import org.modescope.run.NetworkBuilder;

/// Training steps: forward, mean squared error, backward, Adam.
final class TrainingSteps implements Work {
  private final Sequential net;
  private final Tensor input;
  private final Tensor target;
  private final Draws draws;
  private final Adam optimizer;
  private long made;

  TrainingSteps(Experiment experiment) {
    Generator generator = Generator.seeded(experiment.seed());
    net = NetworkBuilder.build(experiment.network(), experiment.mode(), generator);
    input = Tensor.input(experiment.input().shape(), InputValues.of(experiment.input(), generator));
    int rows = experiment.input().shape().size(0);
    target = Tensor.input(experiment.input().shape().with(1, 1), new float[rows]);
    draws = new StreamDraws(generator);
    optimizer = new Adam(net.parameters().values(), Adam.Options.of(1e-3, 0, Adam.Decay.GRADIENT));
  }

  @Override
  public void repeat(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  private void step() {
    try (Arena _ = Arena.open()) {
      optimizer.zeroGrad();
      net.apply(input, Passes.of(made++, 1, draws)).meanSquaredError(target).backward();
      optimizer.step();
    }
  }

  @Override
  public void close() {
    input.close();
    target.close();
    net.close();
  }
}
