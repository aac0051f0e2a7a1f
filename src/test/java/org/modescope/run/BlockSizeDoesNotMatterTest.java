package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.Sequential;
import org.modescope.nn.StreamDraws;

/// Passes computed one by one and passes computed in blocks are the same passes, bit for bit:
/// outputs, masks, running statistics after every pass, and the state that is left.
class BlockSizeDoesNotMatterTest {
  private static final int PASSES = 13;

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void passesAreTheSameInBlocksOfAnySize(
      @ForAll("nets") RandomNet net,
      @ForAll Mode mode,
      @ForAll GradMode gradMode,
      @ForAll("blockSizes") List<Integer> blockSizes) {
    assertAlike(net, mode, gradMode, blockSizes);
  }

  /// Matrices so large that BLAS cuts them up.
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void passesOfWideNetsAreTheSame(
      @ForAll("wideNets") RandomNet net,
      @ForAll Mode mode,
      @ForAll("blockSizes") List<Integer> blockSizes) {
    assertAlike(net, mode, GradMode.NO_GRAD, blockSizes);
  }

  /// Convolutions so large that they go to oneDNN.
  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
  void passesOfLargeConvolutionsAreTheSame(
      @ForAll("largeNets") RandomNet net,
      @ForAll Mode mode,
      @ForAll("blockSizes") List<Integer> blockSizes) {
    assertAlike(net, mode, GradMode.GRAD, blockSizes);
  }

  @Example
  void netsAreMadeOfAllLayerTypes() {
    assertThat(RandomNet.small().sampleStream().limit(300).flatMap(net -> net.layers().stream()))
        .extracting(LayerSpec::type)
        .containsAll(EnumSet.complementOf(EnumSet.of(LayerType.EMBEDDING)));
  }

  private static void assertAlike(
      RandomNet net, Mode mode, GradMode gradMode, List<Integer> blockSizes) {
    Trace oneByOne = trace(net, mode, gradMode, List.of(1));
    Trace inBlocks = trace(net, mode, gradMode, blockSizes);

    assertThat(inBlocks.outputs()).as("outputs").isEqualTo(oneByOne.outputs());
    assertThat(inBlocks.draws()).as("draws").isEqualTo(oneByOne.draws());
    assertThat(inBlocks.statistics()).as("statistics").isEqualTo(oneByOne.statistics());
    assertThat(inBlocks.state()).as("state").isEqualTo(oneByOne.state());
  }

  /// Everything a run leaves behind, as bits.
  private record Trace(
      List<IntBuffer> outputs,
      Map<String, List<IntBuffer>> draws,
      Map<String, List<IntBuffer>> statistics,
      Map<String, Object> state) {}

  private static Trace trace(
      RandomNet net, Mode mode, GradMode gradMode, List<Integer> blockSizes) {
    Recorder recorder = new Recorder();
    List<IntBuffer> outputs = new ArrayList<>();
    try (Sequential layers = net.build(mode);
        Tensor input = Tensor.input(net.input(), net.inputValues())) {
      StreamDraws draws = new StreamDraws(Generator.seeded(net.seed()));
      int done = 0;
      for (int block = 0; done < PASSES; block++) {
        int size = blockSizes.get(block % blockSizes.size());
        int count = done == 0 || !draws.canDrawAhead() ? 1 : Math.min(size, PASSES - done);
        Passes passes = new Passes(done, count, draws, recorder);
        gradMode.run(
            () -> {
              try (Arena _ = Arena.open()) {
                layers
                    .apply(input.forPasses(count), passes)
                    .forEachPass(values -> outputs.add(Bits.of(values)));
              }
            });
        done += count;
      }
      return new Trace(outputs, recorder.draws, recorder.statistics, Bits.of(layers.state()));
    }
  }

  private static final class Recorder implements Probe {
    private final Map<String, List<IntBuffer>> draws = new LinkedHashMap<>();
    private final Map<String, List<IntBuffer>> statistics = new LinkedHashMap<>();

    @Override
    public void drew(String layer, Tensor factor) {
      List<IntBuffer> drawn = draws.computeIfAbsent(layer, key -> new ArrayList<>());
      factor.forEachPass(values -> drawn.add(Bits.of(values)));
    }

    @Override
    public void updated(String layer, Statistics batch, RunningHistory history) {
      int channels = history.channels();
      for (int pass = 0; pass < history.passes(); pass++) {
        float[] after = new float[2 * channels];
        for (int channel = 0; channel < channels; channel++) {
          after[channel] = history.mean(pass, channel);
          after[channels + channel] = history.variance(pass, channel);
        }
        statistics.computeIfAbsent(layer, key -> new ArrayList<>()).add(Bits.of(after));
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> blockSizes() {
    return Arbitraries.integers().between(1, PASSES).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<RandomNet> nets() {
    return RandomNet.small();
  }

  @Provide
  Arbitrary<RandomNet> wideNets() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 9),
            Arbitraries.integers().between(20, 150),
            Arbitraries.integers().between(20, 150),
            Arbitraries.longs())
        .as(
            (rows, features, width, seed) ->
                new RandomNet(
                    seed,
                    Shape.of(rows, features),
                    List.of(
                        layer(
                            "fc1",
                            LayerType.LINEAR,
                            Map.of("in_features", features, "out_features", width)),
                        layer("bn", LayerType.BATCH_NORM_1D, Map.of("num_features", width)),
                        layer("dropout", LayerType.DROPOUT, Map.of("p", 0.3)),
                        layer("relu", LayerType.RELU, Map.of()),
                        layer(
                            "fc2",
                            LayerType.LINEAR,
                            Map.of("in_features", width, "out_features", 10)))));
  }

  @Provide
  Arbitrary<RandomNet> largeNets() {
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.integers().between(1, 2), Arbitraries.longs())
        .as(
            (bias, stride, seed) ->
                new RandomNet(
                    seed,
                    Shape.of(4, 8, 32, 32),
                    List.of(
                        layer("dropout", LayerType.DROPOUT_2D, Map.of("p", 0.2)),
                        layer(
                            "conv",
                            LayerType.CONV_2D,
                            Map.of(
                                "in_channels",
                                8,
                                "out_channels",
                                16,
                                "kernel_size",
                                3,
                                "padding",
                                1,
                                "stride",
                                stride,
                                "bias",
                                bias)),
                        layer("bn", LayerType.BATCH_NORM_2D, Map.of("num_features", 16)),
                        layer("pool", LayerType.MAX_POOL_2D, Map.of("kernel_size", 4)))));
  }

  private static LayerSpec layer(String name, LayerType type, Map<String, Object> arguments) {
    return LayerSpec.of(type, name, arguments);
  }
}
