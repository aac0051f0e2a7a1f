package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.LiveNet;
import org.modescope.run.Mailbox;
import org.modescope.run.Run;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// Readings say what was measured, and change when it does.
class ReadingTest {

  @Test
  void trainModeNamesTheLayerThatMadeTheAnswersDiffer() {
    Reading reading = read(Presets.simpleNet(), 10);

    assertThat(reading.headline())
        .isEqualTo(
            "The same input gave 10 different answers because “dropout” drew a new mask on every"
                + " pass.");
    assertThat(reading.detail())
        .contains("“bn1” did not make them differ")
        .contains("num_batches_tracked went from 0 to 10");
  }

  @Test
  void noGradIsSaidNotToStopTheDrift() {
    Reading reading = read(Presets.simpleNet().withGradMode(GradMode.NO_GRAD), 10);

    assertThat(reading.detail())
        .contains("no_grad was on and does not stop that")
        .contains("would have held 7,840 B more");
  }

  @Test
  void evalModeGivesOneAnswerButStillRecords() {
    Reading reading = read(Presets.simpleNet().withMode(Mode.EVAL), 10);

    assertThat(reading.headline())
        .isEqualTo("10 passes, one answer: nothing in the net is random in eval mode.");
    assertThat(reading.detail()).contains("holds 5,120 B for backward");
  }

  @Test
  void momentumOfZeroCountsButMovesNothing() {
    Experiment net = Presets.simpleNet();
    Reading reading = read(net.withLayer(1, net.network().get(1).with("momentum", 0.0)), 4);

    assertThat(reading.detail())
        .contains("(num_batches_tracked went from 0 to 4)")
        .contains("running_mean and running_var did not move: momentum is 0");
  }

  @Test
  void tinyMasksRepeatAndTheReadingCountsThem() {
    Experiment net =
        Presets.simpleNet()
            .withInput(
                new InputSpec.Drawn(
                    org.modescope.autograd.Shape.of(1, 2), InputSpec.Distribution.ONES, 0))
            .withNetwork(List.of(LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.5))));

    assertThat(read(net, 100).headline())
        .isEqualTo(
            "The same input gave 4 different answers in 100 passes because “drop” drew a new mask"
                + " on every pass.");
  }

  @Test
  void dropoutLeftInTrainModeIsCalledOut() {
    Experiment net = Presets.simpleNet().withMode(Mode.EVAL);
    Reading reading =
        read(net.withLayer(2, net.network().get(2).withMode(Optional.of(Mode.TRAIN))), 10);

    assertThat(reading.detail())
        .contains("The net is in eval mode, but “dropout” is in train mode");
  }

  @Test
  void onePassProvesNothing() {
    assertThat(read(Presets.simpleNet(), 1).headline()).startsWith("One pass, one answer");
  }

  @Test
  void functionalDropoutInEvalIsExplained() {
    Experiment net =
        Presets.simpleNet()
            .withNetwork(
                List.of(LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "fdrop", Map.of("p", 0.5))));

    assertThat(read(net.withMode(Mode.EVAL), 4).detail())
        .startsWith("“fdrop” is F.dropout, which eval() does not reach");
  }

  @Test
  void zeroingEverythingIsNotCalledNotRandom() {
    Experiment net = Presets.simpleNet();

    assertThat(read(net.withLayer(2, net.network().get(2).with("p", 1.0)), 4).headline())
        .isEqualTo("4 passes, one answer: “dropout” multiplies everything by 0.");
  }

  @Test
  void batchNormThatNeverSawABatchIsSaidToUseNoughtAndOne() {
    assertThat(read(Presets.simpleNet().withMode(Mode.EVAL), 4).detail())
        .startsWith("“bn1” has never seen a batch in train mode")
        .doesNotContain("left them alone");
  }

  @Test
  void whatAPresetIsAboutIsSaid() {
    assertThat(read(Runs.preset("batch-of-two"), 4).detail()).contains("+1 and −1");
    assertThat(read(Runs.preset("variance-shift"), 4).detail())
        .contains("With dropout before it, “bn1”");
  }

  @Test
  void frozenLayersThatMoveAreToldOfOnce() {
    Experiment net = Presets.simpleNet();

    assertThat(read(net.withLayer(1, net.network().get(1).withRequiresGrad(false)), 4).detail())
        .contains("“bn1” is frozen, and still its running statistics moved on 4 passes")
        .doesNotContain("num_batches_tracked went");
  }

  @Test
  void aNetWithoutAnythingElseToTellSaysWhatWasDropped() {
    Experiment deep = Runs.preset("deep-20");

    assertThat(read(deep, 4).detail()).startsWith("“dropout” zeroed");
  }

  @Test
  void aRefusalSaysWhatTheCounterDid() {
    Reading reading = Reading.of(Runs.of(Runs.preset("simplenet-listing")), Text.english());

    assertThat(reading.headline()).isEqualTo("“bn1” refused the pass.");
    assertThat(reading.detail())
        .endsWith(
            "The pass was refused, yet num_batches_tracked of “bn1” went up to 1; running_mean and"
                + " running_var did not move.");
    assertThat(reading.next()).isEmpty();
  }

  @Test
  void readingsAreTakenFromTheBundleWhole() {
    for (String preset : List.of("simplenet", "mc-dropout", "batch-of-two", "simplenet-listing")) {
      Reading reading = Reading.of(Runs.of(Runs.preset(preset).withPasses(2)), Pseudo.accented());

      assertThat(reading.headline()).startsWith("[").endsWith("]");
      assertThat(reading.next()).allSatisfy(each -> assertThat(each.text()).startsWith("["));
    }
  }

  private static Reading read(Experiment experiment, int passes) {
    Mailbox<Observation> mailbox = new Mailbox<>();
    try (LiveNet net = LiveNet.fresh(experiment)) {
      new Run(net, RunOptions.watched(passes), RunRecorder.NONE, mailbox::put).go(() -> false);
    }
    Observation last = mailbox.take().orElseThrow();
    assertThat(last.progress().status()).isEqualTo(Status.FINISHED);
    return Reading.of(last, Text.english());
  }
}
