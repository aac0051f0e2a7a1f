package org.modescope.bench;

import java.util.Arrays;
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

/// Passes one by one, each followed by backward from a gradient of ones. The input takes a gradient
/// too, so that layers without parameters have one to compute.
final class BackwardPasses implements Work {
  private final Sequential net;
  private final Tensor input;
  private final Draws draws;
  private float[] ones = {};
  private long made;

  BackwardPasses(Experiment experiment) {
    Generator generator = Generator.seeded(experiment.seed());
    net = NetworkBuilder.build(experiment.network(), experiment.mode(), generator);
    input =
        Tensor.input(experiment.input().shape(), InputValues.of(experiment.input(), generator))
            .requireGrad(true);
    draws = new StreamDraws(generator);
  }

  @Override
  public void repeat(int count) {
    for (int i = 0; i < count; i++) {
      pass();
    }
  }

  private void pass() {
    try (Arena _ = Arena.open()) {
      net.parameters().values().forEach(Tensor::clearGrad);
      input.clearGrad();
      Tensor output = net.apply(input, Passes.of(made++, 1, draws));
      output.backward(onesFor(output));
    }
  }

  private float[] onesFor(Tensor output) {
    int size = Math.toIntExact(output.shape().elements());
    if (ones.length != size) {
      ones = new float[size];
      Arrays.fill(ones, 1);
    }
    return ones;
  }

  @Override
  public void close() {
    input.close();
    net.close();
  }
}
