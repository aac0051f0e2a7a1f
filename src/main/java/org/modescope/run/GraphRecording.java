package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraphReader;
import org.modescope.measure.GraphStudy.Backward;
import org.modescope.measure.GraphStudy.Seen;
import org.modescope.measure.GraphStudy.Unrecorded;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.Sequential;
import org.modescope.nn.StreamDraws;

/// Makes single passes in order to look at their graphs, each on a copy of the net's present state
/// and with the draws that its next pass would get. The net itself is left alone.
public final class GraphRecording {
  private final LiveNet live;

  private GraphRecording(LiveNet live) {
    this.live = live;
  }

  /// The graph that the first pass of an experiment leaves, in the experiment's own grad mode.
  ///
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if the net refuses the pass
  public static AutogradGraph graph(Experiment experiment) {
    try (LiveNet live = LiveNet.fresh(experiment)) {
      return new GraphRecording(live).pass(experiment.gradMode(), Probe.NONE, GraphRecording::read);
    }
  }

  /// The graph with grad, what backward does to it, and the same pass without recording.
  static Seen study(LiveNet live) {
    return new GraphRecording(live).study();
  }

  /// A pass that has been made.
  private record Made(Tensor output, Sequential net, Tensor input) {}

  private record WithGrad(AutogradGraph graph, Optional<Backward> backward, float[] output) {}

  private Seen study() {
    WithGrad recorded =
        pass(
            GradMode.GRAD,
            Probe.NONE,
            made -> {
              AutogradGraph graph = read(made);
              float[] output = made.output().values();
              return new WithGrad(
                  graph,
                  graph.isRecorded() ? Optional.of(backward(made)) : Optional.empty(),
                  output);
            });
    return new Seen(recorded.graph(), recorded.backward(), unrecorded(recorded.output()));
  }

  private static AutogradGraph read(Made made) {
    return AutogradGraphReader.read(made.output(), made.net(), made.input());
  }

  private static Backward backward(Made made) {
    float[] ones = ones(made.output());
    int[] nodes = {0};
    made.output().backward(ones, (_, _) -> nodes[0]++);
    SequencedMap<String, Long> gradients = new LinkedHashMap<>();
    made.net()
        .parameters()
        .forEach(
            (key, parameter) -> {
              Tensor gradient = parameter.grad();
              if (gradient != null) {
                gradients.put(key, gradient.bytes());
              }
            });
    return new Backward(
        gradients, nodes[0], made.output().graph().packedBytes(), refusal(made.output()));
  }

  private Unrecorded unrecorded(float[] recorded) {
    Movements movements = new Movements();
    return pass(
        GradMode.NO_GRAD,
        movements,
        made -> {
          float[] output = made.output().values();
          return new Unrecorded(
              Arrays.equals(output, recorded),
              output.length,
              refusal(made.output()),
              movements.drew,
              movements.moved);
        });
  }

  /// What is raised where backward is called once more; empty if nothing is.
  private static String refusal(Tensor output) {
    try {
      output.backward(ones(output));
      return "";
    } catch (TorchException refused) {
      return refused.torchMessage();
    }
  }

  private static float[] ones(Tensor output) {
    float[] ones = new float[Math.toIntExact(output.shape().elements())];
    Arrays.fill(ones, 1);
    return ones;
  }

  private interface Reader<T> {
    T read(Made made);
  }

  private <T> T pass(GradMode gradMode, Probe probe, Reader<T> reader) {
    return AllOrNothing.call(
        () -> {
          Generator toCome = live.generator().copy();
          float[] batch = live.batch(0, toCome);
          try (Sequential copy = live.copy();
              Tensor input = Tensor.input(live.experiment().input().shape(), batch)) {
            Draws draws = new StreamDraws(toCome);
            Tensor output = gradMode.call(() -> forward(copy, input, draws, probe));
            try {
              return reader.read(new Made(output, copy, input));
            } finally {
              output.close();
            }
          }
        });
  }

  private Tensor forward(Sequential net, Tensor input, Draws draws, Probe probe) {
    try (Arena arena = Arena.open()) {
      Passes passes = new Passes(live.passesMade(), 1, draws, probe);
      return arena.keep(net.apply(input.forPasses(1), passes));
    }
  }

  /// Which layers drew, and which moved their statistics.
  private static final class Movements implements Probe {
    private final List<String> drew = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();

    @Override
    public void drew(String layer, Tensor factor) {
      drew.add(layer);
    }

    @Override
    public void updated(String layer, Statistics batch, RunningHistory history) {
      moved.add(layer);
    }
  }
}
