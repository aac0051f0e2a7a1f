package org.modescope.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Attribution;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets.Preset;
import org.modescope.run.LiveNet;
import org.modescope.run.Mailbox;
import org.modescope.run.Run;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.words.Reading;
import org.modescope.words.Text;

class PresetsTest {

  static Stream<Preset> presets() {
    return Presets.all(PresetsTest::drawn, PresetsTest::drawnInResNet18).stream();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetRunsInEvalModeAndFitsTogether(Preset preset) {
    assertThat(ShapeCheck.of(preset.experiment()).misfit()).isEmpty();

    Observation seen = run(preset.experiment().withMode(Mode.EVAL), 2);

    assertThat(seen.progress().status()).isEqualTo(Status.FINISHED);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void presetsAreCalledWhatTheirExperimentsAre(Preset preset) {
    assertThat(preset.name()).isEqualTo(preset.experiment().name());
  }

  @Test
  void transferKeepsTheBackboneAndDrawsTheClassifierAnewAsTheNetWould() {
    StateDict trained = drawn();
    Experiment transfer = TransferPresets.digits(trained);
    StateDict start = transfer.parameters().orElseThrow().state();

    try (LiveNet fresh = LiveNet.fresh(transfer.withParameters(Optional.empty()))) {
      StateDict own = fresh.net().state();
      assertThat(start.entries().keySet()).isEqualTo(own.entries().keySet());
      start
          .entries()
          .forEach(
              (key, entry) ->
                  assertThat(entry)
                      .as(key)
                      .usingRecursiveComparison()
                      .isEqualTo((key.startsWith("fc.") ? own : trained).entries().get(key)));
    }
    assertThat(PlacedLayer.of(transfer).stream().filter(PlacedLayer::isTrainable))
        .extracting(PlacedLayer::path)
        .containsExactly("fc");
  }

  @Test
  void deepNetHasTwentyLayers() {
    assertThat(preset("deep-20").network()).hasSize(20);
  }

  @Test
  void frozenResNetMovesAllItsTwentyBatchNormsInTrainModeAndNoneInEval() {
    Experiment experiment = preset("transfer-resnet18");

    Observation train = run(experiment, 1);
    Observation eval = run(experiment.withMode(Mode.EVAL), 1);

    assertThat(train.output().orElseThrow().shape().toArray()).containsExactly(1, 2);
    assertThat(train.statistics()).hasSize(20).allMatch(RunningStatistics::moved);
    assertThat(eval.statistics()).hasSize(20).noneMatch(RunningStatistics::moved);
    assertThat(PlacedLayer.of(experiment).stream().filter(PlacedLayer::isTrainable))
        .extracting(PlacedLayer::path)
        .containsExactly("fc");
  }

  @Test
  void publishedSimpleNetRefusesItsOneRow() {
    assertThat(run(preset("simplenet-listing"), 1).refusal()).isPresent();
  }

  @Test
  void publishedViewCutsOneImageIntoFourRows() {
    Observation seen = run(preset("mycomplexnet-listing"), 2);

    assertThat(seen.output().orElseThrow().shape().toArray()).containsExactly(4, 10);
    assertThat(Reading.of(seen, Text.english()).detail())
        .startsWith("“view” is view(-1, 1440): it made 4 rows of 1, without an error.");
  }

  @Test
  void monteCarloDropoutVariesWhileStatisticsRest() {
    Observation seen = run(preset("mc-dropout"), 10);

    assertThat(seen.output().orElseThrow().identical()).isFalse();
    assertThat(seen.statistics().getFirst().moved()).isFalse();
  }

  @Test
  void batchNormOnlyIsIdenticalWhileStatisticsMove() {
    Observation seen = run(preset("batchnorm-only"), 10);

    assertThat(seen.output().orElseThrow().identical()).isTrue();
    assertThat(seen.statistics().getFirst().moved()).isTrue();
  }

  @Test
  void batchOfTwoBecomesPlusAndMinusOne() {
    OutputVariance output = run(preset("batch-of-two"), 2).output().orElseThrow();

    for (double mean : output.mean()) {
      assertThat(Math.abs(mean)).isBetween(0.9, 1.0);
    }
  }

  @Test
  void varianceShiftNamesBothDropoutsAndTheirShares() {
    Observation seen = run(preset("variance-shift"), 50);

    assertThat(seen.attribution())
        .extracting(Attribution::layer)
        .containsExactly("drop_before", "drop_after");
    assertThat(Reading.of(seen, Text.english()).detail())
        .contains("Of the variance, drawn anew alone:");
  }

  private static Experiment preset(String key) {
    return presets()
        .filter(preset -> preset.key().equals(key))
        .findFirst()
        .orElseThrow()
        .experiment();
  }

  /// A state of the right form from another seed, in place of the trained one.
  private static StateDict drawn() {
    Experiment pretraining = TransferPresets.pretraining();
    try (LiveNet net = LiveNet.fresh(pretraining.withSeed(7))) {
      return net.net().state();
    }
  }

  private static StateDict drawnInResNet18() {
    try (LiveNet net = LiveNet.fresh(ResNetTransfer.pretraining().withSeed(7))) {
      SequencedMap<String, StateDict.Entry> moved =
          new LinkedHashMap<>(net.net().state().entries());
      moved
          .keySet()
          .removeIf(
              key -> !key.startsWith("fc.") && !net.net().buffers().entries().containsKey(key));
      return new StateDict(moved);
    }
  }

  private static Observation run(Experiment experiment, int passes) {
    Mailbox<Observation> mailbox = new Mailbox<>();
    try (LiveNet net = LiveNet.fresh(experiment)) {
      new Run(net, RunOptions.watched(passes), RunRecorder.NONE, mailbox::put).go(() -> false);
    }
    return mailbox.take().orElseThrow();
  }
}
