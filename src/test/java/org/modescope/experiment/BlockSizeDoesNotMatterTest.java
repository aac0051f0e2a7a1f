package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Passes computed one by one and passes computed in blocks are the same passes, bit for bit:
/// outputs, masks, running statistics after every pass, counters, and the gradients they add up to.
class BlockSizeDoesNotMatterTest {
  private static final int PASSES = 13;

  @Property(tries = 60)
  void passesAreTheSameInBlocksOfAnySize(
      @ForAll("nets") Net net, @ForAll("blockSizes") List<Integer> blockSizes) {
    Trace oneByOne = trace(net, List.of(1));
    Trace inBlocks = trace(net, blockSizes);

    assertThat(inBlocks).usingRecursiveComparison().isEqualTo(oneByOne);
  }

  /// Everything a run leaves behind.
  private record Trace(
      List<float[]> outputs,
      Map<String, List<float[]>> masks,
      Map<String, List<float[]>> runningMeans,
      Map<String, List<float[]>> runningVariances,
      StateDict state) {}

  private record Net(
      List<LayerSpec> layers, Shape input, Mode mode, GradMode gradMode, long seed) {}

  private static Trace trace(Net net, List<Integer> blockSizes) {
    Recorder recorder = new Recorder();
    List<float[]> outputs = new ArrayList<>();
    try (Sequential layers = NetworkBuilder.build(net.layers(), net.mode(), net.seed());
        Tensor input =
            Tensor.input(
                net.input(),
                InputValues.of(
                    new InputSpec.Drawn(net.input(), InputSpec.Distribution.NORMAL, net.seed())))) {
      int done = 0;
      for (int block = 0; done < PASSES; block++) {
        int count = Math.min(blockSizes.get(block % blockSizes.size()), PASSES - done);
        Passes passes = new Passes(done, count, Draws.seeded(net.seed()), recorder);
        net.gradMode()
            .run(
                () -> {
                  try (Arena _ = Arena.open()) {
                    layers.apply(input.forPasses(count), passes).forEachPass(outputs::add);
                  }
                });
        done += count;
      }
      return new Trace(
          outputs,
          recorder.masks,
          recorder.runningMeans,
          recorder.runningVariances,
          layers.state());
    }
  }

  private static final class Recorder implements Probe {
    private final Map<String, List<float[]>> masks = new LinkedHashMap<>();
    private final Map<String, List<float[]>> runningMeans = new LinkedHashMap<>();
    private final Map<String, List<float[]>> runningVariances = new LinkedHashMap<>();

    @Override
    public void drew(String layer, Tensor factor) {
      factor.forEachPass(masks.computeIfAbsent(layer, key -> new ArrayList<>())::add);
    }

    @Override
    public void updated(String layer, Statistics batch, RunningHistory history) {
      for (int pass = 0; pass < history.passes(); pass++) {
        float[] means = new float[history.channels()];
        float[] variances = new float[history.channels()];
        for (int channel = 0; channel < means.length; channel++) {
          means[channel] = history.mean(pass, channel);
          variances[channel] = history.variance(pass, channel);
        }
        runningMeans.computeIfAbsent(layer, key -> new ArrayList<>()).add(means);
        runningVariances.computeIfAbsent(layer, key -> new ArrayList<>()).add(variances);
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> blockSizes() {
    return Arbitraries.integers().between(1, PASSES).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<Net> nets() {
    return Combinators.combine(
            Arbitraries.of("fc", "bn", "dropout", "relu").list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(2, 9),
            Arbitraries.integers().between(1, 70),
            Arbitraries.of(0.0, 0.1, 0.5, 0.9, 1.0),
            Arbitraries.of(Optional.of(0.1), Optional.<Double>empty(), Optional.of(1.0)),
            Arbitraries.of(Mode.class),
            Arbitraries.of(GradMode.class),
            Arbitraries.longs())
        .as(
            (kinds, rows, features, p, momentum, mode, gradMode, seed) ->
                new Net(
                    layers(kinds, features, p, momentum),
                    Shape.of(rows, features),
                    mode,
                    gradMode,
                    seed));
  }

  private static List<LayerSpec> layers(
      List<String> kinds, int features, double p, Optional<Double> momentum) {
    List<LayerSpec> layers = new ArrayList<>();
    int width = features;
    for (String kind : kinds) {
      String name = kind + layers.size();
      Map<String, Object> arguments = new LinkedHashMap<>();
      LayerType type =
          switch (kind) {
            case "fc" -> {
              arguments.put("in_features", width);
              width = width % 2 == 0 ? width + 3 : 1;
              arguments.put("out_features", width);
              yield LayerType.LINEAR;
            }
            case "bn" -> {
              arguments.put("num_features", width);
              arguments.put("momentum", momentum.orElse(null));
              yield LayerType.BATCH_NORM_1D;
            }
            case "dropout" -> {
              arguments.put("p", p);
              yield LayerType.DROPOUT;
            }
            default -> LayerType.RELU;
          };
      layers.add(LayerSpec.of(type, name, arguments));
    }
    return layers;
  }
}
