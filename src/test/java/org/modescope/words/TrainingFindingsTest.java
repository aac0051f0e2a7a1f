package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.StretchedTarget;
import org.modescope.experiment.Training;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.TrainingCourse;
import org.modescope.preset.Presets;
import org.modescope.run.TrainingRun;

/// Each story of training that ships tells what it is there for, before anything else.
class TrainingFindingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train-digits | worse-in-train-mode | in train mode, by mistake",
        "forgotten-item | forgotten-line | 72,048 B of saved tensors were alive",
        "forgotten-train | forgotten-line | 45 updates in 450 steps",
        "forgotten-bn-eval | forgotten-line | holds for one epoch",
        "transfer-digits | frozen-stats-move | moved on 80 passes",
        "few-updates | worse-in-eval | “bn1” has moved its running statistics 15 times",
        "slow-momentum | worse-in-eval | “bn1” has a momentum of 0.003",
        "outlier | worse-in-eval | Row 70 of the input",
        "small-batches | small-batches | batches of 2 rows",
        "diverging | diverged | The learning rate is 50",
      })
  void storyIsToldFirst(String preset, String id, String words) {
    Finding first = TrainingFindings.of(train(preset)).getFirst();

    assertThat(first.id().key()).isEqualTo(id);
    assertThat(first.say(Text.english())).contains(words);
  }

  @Test
  void lastBatchOfOneIsTheReasonOfItsRefusal() {
    List<String> told =
        TrainingFindings.told(train("last-batch-of-one"), Text.english()).stream()
            .map(Told::text)
            .toList();

    assertThat(told.get(0)).startsWith("“bn1” refused the pass.");
    assertThat(told.get(1)).contains("step 3 of epoch 1", "number 64 of the input", "drop_last");
  }

  /// A column of outputs against a row of targets: each output with each target.
  @Test
  void targetsOfAnotherShapeAreStretchedWithPyTorchsWarningAndToldFirst() {
    List<Finding> found = TrainingFindings.of(train(stretched()));

    assertThat(found.getFirst().id()).isEqualTo(FindingId.TARGET_STRETCHED);
    assertThat(found.getFirst().say(Text.english()))
        .contains(
            "Using a target size (torch.Size([32])) that is different to the input size"
                + " (torch.Size([32, 1])). This will likely lead to incorrect results due to"
                + " broadcasting. Please ensure they have the same size.")
        .contains("32 × 32");
  }

  @Test
  void targetsInTheShapeOfTheOutputMendThat() {
    Experiment stretched = stretched();
    Training mended =
        StretchedTarget.of(stretched)
            .orElseThrow()
            .mended(stretched.training().orElseThrow())
            .orElseThrow();

    assertThat(StretchedTarget.of(stretched.withTraining(Optional.of(mended)))).isEmpty();
    assertThat(((Training.Given) mended.target()).values().shape()).isEqualTo(Shape.of(32, 1));
  }

  private static Experiment stretched() {
    InputSpec row =
        new InputSpec.Drawn(Shape.of(32), InputSpec.Distribution.NORMAL, OptionalLong.of(2), false);
    return Presets.simpleNet()
        .withTraining(
            Optional.of(
                new Training(
                    new Training.Adam(0.001, 0.9, 0.999, 1e-8, 0),
                    Training.Loss.MSE,
                    new Training.Given(row),
                    32,
                    3,
                    Training.RowOrder.AS_GIVEN,
                    Optional.empty())));
  }

  /// Eval mode by statistics of the other rows is as good as train mode.
  @Test
  void statisticsGatheredAnewShowThatTheyAreTheCause() {
    TrainingCourse course = train("outlier");

    double eval = course.validations().getLast().eval().meanLoss().orElseThrow();
    double anew = course.diagnosis().gatheredAnew().orElseThrow().meanLoss().orElseThrow();

    assertThat(anew).isLessThan(eval / 2);
  }

  /// BatchNorm sends a row's gradient through the batch's mean and variance in train mode alone.
  @Test
  void backwardReachesOtherRowsInTrainModeOnly() {
    BackwardModes backward = train("few-updates").diagnosis().backward().orElseThrow();

    assertThat(backward.reachesOthersInTrain()).isBetween(0.05, 1.0);
    assertThat(backward.reachesOthersInEval()).isZero();
    assertThat(backward.layers())
        .extracting(BackwardModes.LayerBackward::layer)
        .containsExactly("fc1", "bn1", "fc2", "bn2", "fc3");
    assertThat(backward.layers().getFirst().cosine()).isBetween(-1.0, 0.999);
  }

  private static TrainingCourse train(String preset) {
    return train(PresetCatalogue.named(preset).orElseThrow());
  }

  private static TrainingCourse train(Experiment experiment) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      return run.go(_ -> {}, () -> false);
    }
  }
}
