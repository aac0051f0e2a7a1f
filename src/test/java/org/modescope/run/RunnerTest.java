package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphStudy;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.words.Reading;
import org.modescope.words.Text;

class RunnerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final long allocatedBefore = NativeBackend.allocatedBytes();
  private final Runner runner = new Runner();

  /// The runner's worker gives the net's memory back in its own time; the next test measures memory
  /// and must not see it.
  @AfterEach
  void closeRunner() {
    runner.close();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (NativeBackend.allocatedBytes() != allocatedBefore) {
      assertThat(System.nanoTime()).as("time to give memory back").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// The table of the facts: what varies, what moves and what is held in each cell.
  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of(Mode.TRAIN, GradMode.GRAD, true, 9440, 9440, 7840),
        Arguments.of(Mode.TRAIN, GradMode.NO_GRAD, true, 0, 0, 0),
        Arguments.of(Mode.TRAIN, GradMode.INFERENCE_MODE, true, 0, 0, 0),
        Arguments.of(Mode.EVAL, GradMode.GRAD, false, 6720, 6720, 5120),
        Arguments.of(Mode.EVAL, GradMode.NO_GRAD, false, 0, 0, 0),
        Arguments.of(Mode.EVAL, GradMode.INFERENCE_MODE, false, 0, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void eachCellVariesMovesAndHoldsWhatItDoesInPyTorch(
      Mode mode, GradMode gradMode, boolean trains, long packed, long unique, long extra) {
    Observation seen = run(Presets.simpleNet().withMode(mode).withGradMode(gradMode), 20);

    OutputVariance output = seen.output().orElseThrow();
    assertThat(output.identical()).isEqualTo(!trains);
    assertThat(output.distinct()).isEqualTo(trains ? 20 : 1);
    assertThat(output.meanDeviation() > 0).isEqualTo(trains);
    RunningStatistics statistics = seen.statistics().getFirst();
    assertThat(statistics.moved()).isEqualTo(trains);
    assertThat(statistics.batchesTracked()).isEqualTo(trains ? 20 : 0);
    GraphMemory memory = seen.memory().orElseThrow();
    assertThat(memory.packedBytes()).isEqualTo(packed);
    assertThat(memory.uniqueBytes()).isEqualTo(unique);
    assertThat(memory.extraBytes()).isEqualTo(extra);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void measuredBytesAreTheCountedOnes(
      Mode mode, GradMode gradMode, boolean trains, long packed, long unique, long extra) {
    Observation seen = run(Presets.simpleNet().withMode(mode).withGradMode(gradMode), 3);

    assertThat(seen.memory().orElseThrow().heldBytes()).isEqualTo(extra);
  }

  @Test
  void noGradTellsWhatGradWouldHaveHeld() {
    Observation seen = run(Presets.simpleNet().withGradMode(GradMode.NO_GRAD), 2);

    GraphMemory instead = seen.memory().orElseThrow().ifRecorded().orElseThrow();
    assertThat(instead.extraBytes()).isEqualTo(7840);
    assertThat(instead.heldBytes()).isEqualTo(7840);
  }

  @Test
  void timeLineClimbsToWhatTheGraphHoldsAndFallsToNothing() {
    Observation seen = run(Presets.simpleNet(), 2);

    assertThat(seen.memory().orElseThrow().timeline())
        .extracting(GraphMemory.Moment::heldBytes)
        .containsExactly(0L, 2720L, 5280L, 7840L, 5280L, 2720L, 0L, 0L);
  }

  @Test
  void secondRunGoesOnFromTheStateOfTheFirst() {
    run(Presets.simpleNet(), 10);

    Observation seen = run(Presets.simpleNet(), 5);

    assertThat(seen.statistics().getFirst().batchesTracked()).isEqualTo(15);
    assertThat(seen.progress().sinceRewind()).isEqualTo(15);
  }

  @Test
  void switchingModesKeepsWhatTrainingLeftBehind() {
    run(Presets.simpleNet(), 10);

    Observation seen = run(Presets.simpleNet().withMode(Mode.EVAL), 10);

    RunningStatistics statistics = seen.statistics().getFirst();
    assertThat(statistics.batchesTracked()).isEqualTo(10);
    assertThat(statistics.moved()).isFalse();
    assertThat(statistics.share().orElseThrow()).isCloseTo(1 - Math.pow(0.9, 10), offset(1e-5));
  }

  @Test
  void rewindBringsBackTheSameWeightsAndTheSameDraws() {
    OutputVariance first = run(Presets.simpleNet(), 10).output().orElseThrow();
    run(Presets.simpleNet(), 7);

    runner.submit(new RewindJob(Presets.simpleNet()));
    await(Status.READY);
    OutputVariance again = run(Presets.simpleNet(), 10).output().orElseThrow();

    assertThat(again).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void anotherSeedDrawsOtherWeightsAndMasks() {
    OutputVariance first = run(Presets.simpleNet(), 10).output().orElseThrow();

    OutputVariance other = run(Presets.simpleNet().withSeed(43), 10).output().orElseThrow();

    assertThat(other.mean()).isNotEqualTo(first.mean());
  }

  @Test
  void batchOfOneIsRefusedInPyTorchsWordsAfterItWasCounted() {
    Observation seen = run(batchOfOne(), 10);

    assertThat(seen.progress().status()).isEqualTo(Status.REFUSED);
    Refusal refusal = seen.refusal().orElseThrow();
    assertThat(refusal.layer()).isEqualTo("bn1");
    assertThat(refusal.errorType()).isEqualTo("ValueError");
    assertThat(refusal.message())
        .isEqualTo(
            "Expected more than 1 value per channel when training, got input size"
                + " torch.Size([1, 20])");
    assertThat(seen.statistics().getFirst().batchesTracked()).isEqualTo(1);
    assertThat(seen.statistics().getFirst().moved()).isFalse();
  }

  @Test
  void eachRemedyOfARefusalMakesThePassPossible() {
    Refusal refusal = run(batchOfOne(), 2).refusal().orElseThrow();

    assertThat(refusal.remedies()).hasSize(3);
    for (Remedy remedy : refusal.remedies()) {
      Observation seen = run(remedy.apply(batchOfOne()), 2);
      assertThat(seen.progress().status()).as(remedy.toString()).isEqualTo(Status.FINISHED);
    }
  }

  @Test
  void misfittingLayerIsRefusedAndTheRemedyFitsIt() {
    Experiment wide = Presets.simpleNet();
    Experiment misfit = wide.withLayer(0, wide.network().getFirst().with("out_features", 12));

    Refusal refusal = run(misfit, 1).refusal().orElseThrow();

    assertThat(refusal.message()).isEqualTo("running_mean should contain 12 elements not 20");
    assertThat(refusal.remedies())
        .containsExactly(new Remedy.FitLayer("bn1", Map.of("num_features", 12)));
  }

  @Test
  void layerThatCannotBeMadeIsRefusedToo() {
    Experiment net = Presets.simpleNet();
    LayerSpec groupNorm =
        LayerSpec.of(LayerType.GROUP_NORM, "gn", Map.of("num_groups", 3, "num_channels", 20));

    Observation seen = run(net.withLayer(1, groupNorm), 1);

    assertThat(seen.progress().status()).isEqualTo(Status.REFUSED);
    assertThat(seen.refusal().orElseThrow().layer()).isEqualTo("gn");
    assertThat(seen.refusal().orElseThrow().message())
        .isEqualTo("num_channels must be divisible by num_groups");
    assertThat(ShapeCheck.of(net.withLayer(1, groupNorm)).misfit().orElseThrow().index())
        .isEqualTo(1);
  }

  @Test
  void practiceGivesWayToWhatSomebodyAsksFor() {
    runner.submit(new PassesJob(Presets.simpleNet(), Experiment.MAXIMUM_PASSES));
    CompletableFuture<Optional<GraphStudy>> practice =
        runner.rehearse(new GraphJob(Presets.simpleNet()));
    runner.submit(new GraphJob(Presets.simpleNet()));
    runner.stop(Lane.BENCH);

    assertThat(practice.join()).isEmpty();
  }

  @Test
  void practiceShowsWhatTheJobWouldAndLeavesTheBenchAlone() {
    Observation before = run(Presets.simpleNet(), 2);

    GraphStudy study = runner.rehearse(new GraphJob(Presets.simpleNet())).join().orElseThrow();

    assertThat(study.seen()).isPresent();
    assertThat(runner.mailbox(Lane.GRAPH).take()).isEmpty();
    assertThat(run(Presets.simpleNet(), 1).statistics().getFirst().batchesTracked())
        .isEqualTo(before.statistics().getFirst().batchesTracked() + 1);
  }

  @Test
  void practiceOfAJobThatShowsNothingShowsNothing() {
    assertThat(runner.rehearse(new OpenJob(Presets.simpleNet())).join()).isEmpty();
  }

  @Test
  void stoppedRunKeepsWhatItMeasured() {
    runner.submit(new PassesJob(Presets.simpleNet(), Experiment.MAXIMUM_PASSES));
    await(Status.RUNNING);

    runner.stop(Lane.BENCH);
    Observation seen = await(Status.STOPPED);

    assertThat(seen.progress().done()).isBetween(1, Experiment.MAXIMUM_PASSES - 1);
    assertThat(seen.output().orElseThrow().passes()).isEqualTo(seen.progress().done());
    assertThat(seen.statistics().getFirst().batchesTracked()).isEqualTo(seen.progress().done());
  }

  @Test
  void dropoutVariesTheOutputByWhatTheoryPredicts() {
    OutputVariance output = run(Presets.simpleNet(), 20_000).output().orElseThrow();

    double[] predicted = output.predicted().orElseThrow();
    for (int row = 0; row < predicted.length; row++) {
      assertThat(output.standardDeviation()[row] / predicted[row])
          .as("row %d", row)
          .isCloseTo(1, offset(0.05));
    }
  }

  @Test
  void dropoutAsLastLayerIsPredictedToo() {
    Experiment net = Presets.simpleNet();
    Experiment bare =
        net.withNetwork(
            java.util.List.of(LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.2))));

    OutputVariance output = run(bare, 20_000).output().orElseThrow();

    double[] predicted = output.predicted().orElseThrow();
    assertThat(output.meanDeviation() / mean(predicted)).isCloseTo(1, offset(0.01));
  }

  @Test
  void twoDropoutsAreNotPredictedByOne() {
    Experiment net = Presets.simpleNet();
    java.util.List<LayerSpec> layers = new java.util.ArrayList<>(net.network());
    layers.addFirst(LayerSpec.of(LayerType.DROPOUT, "first", Map.of()));

    assertThat(run(net.withNetwork(layers), 5).output().orElseThrow().predicted()).isEmpty();
  }

  @Test
  void batchNormAloneGivesIdenticalOutputsWhileItsStatisticsMove() {
    Experiment net = Presets.simpleNet();
    Experiment withoutDropout = net.withLayer(2, net.network().get(2).with("p", 0.0));

    Observation seen = run(withoutDropout, 50);

    assertThat(seen.output().orElseThrow().identical()).isTrue();
    assertThat(seen.statistics().getFirst().moved()).isTrue();
  }

  @Test
  void layerCanHaveAModeOfItsOwn() {
    Experiment net = Presets.simpleNet().withMode(Mode.EVAL);
    Experiment monteCarlo =
        net.withLayer(2, net.network().get(2).withMode(Optional.of(Mode.TRAIN)));

    Observation seen = run(monteCarlo, 10);

    assertThat(seen.output().orElseThrow().identical()).isFalse();
    assertThat(seen.statistics().getFirst().moved()).isFalse();
  }

  @Test
  void digitsAreRealDigits() {
    Observation seen = run(Presets.digits(), 2);

    assertThat(seen.output().orElseThrow().shape().toArray()).containsExactly(32, 10);
    assertThat(InputValues.of(Presets.digits().input(), Generator.seeded(0)))
        .startsWith(0, 0, 5, 13, 9, 1, 0, 0)
        .hasSize(32 * 64);
  }

  private static Experiment batchOfOne() {
    Experiment net = Presets.simpleNet();
    return net.withInput(net.input().withBatchSize(1));
  }

  private Observation run(Experiment experiment, int passes) {
    runner.submit(new PassesJob(experiment, passes));
    return await(Status.FINISHED, Status.REFUSED);
  }

  private Observation await(Status... wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Observation> seen = runner.mailbox(Lane.BENCH).take();
      if (seen.isPresent()) {
        Observation observation = seen.get();
        assertThat(observation.progress().status())
            .as(Reading.of(observation, Text.english()).detail())
            .isNotEqualTo(Status.FAILED);
        if (Stream.of(wanted).anyMatch(observation.progress().status()::equals)) {
          return observation;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no such observation within " + PATIENCE);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
