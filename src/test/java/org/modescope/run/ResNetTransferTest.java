package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Training;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;

/// Two steps of ResNet-18 on another task: frozen parameters stay, statistics move in train mode
/// alone.
class ResNetTransferTest {
  private static final int BATCH = 4;

  @Test
  void backboneInTrainDriftsInAllTwentyLayersAndTheOldTaskWithIt() {
    TrainingCourse course = trained(Mode.TRAIN);

    assertThat(course.drifts()).hasSize(20).allMatch(drift -> drift.isFrozen() && drift.hasMoved());
    assertThat(course.drifts()).allMatch(drift -> drift.now().updates() == 2);
    OldTaskScores old = course.oldTask().orElseThrow();
    assertThat(old.featuresMoved().orElseThrow()).isPositive();
    assertThat(old.now()).isNotEqualTo(old.before());
  }

  @Test
  void backboneInEvalStaysAsItWasToTheBitAndOnlyTheClassifierLearns() {
    TrainingCourse course = trained(Mode.EVAL);

    assertThat(course.drifts()).hasSize(20).noneMatch(drift -> drift.hasMoved());
    assertThat(course.drifts()).allMatch(drift -> drift.now().updates() == 0);
    OldTaskScores old = course.oldTask().orElseThrow();
    assertThat(old.featuresMoved()).hasValue(0);
    assertThat(old.now()).isEqualTo(old.before());
    Map<String, StateDict.Entry> start = startingState();
    course
        .trained()
        .orElseThrow()
        .entries()
        .forEach(
            (key, entry) ->
                assertThat(entry.equals(start.get(key))).as(key).isEqualTo(!key.startsWith("fc.")));
  }

  @Test
  void whenItIsDoneNothingIsHeld() {
    long before = NativeBackend.allocatedBytes();

    trained(Mode.TRAIN);

    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  private static Map<String, StateDict.Entry> startingState() {
    try (TrainingRun run = new TrainingRun(small())) {
      return run.state().entries();
    }
  }

  private static TrainingCourse trained(Mode backbone) {
    try (TrainingRun run = new TrainingRun(FrozenLayers.in(backbone, small()))) {
      return run.go(_ -> {}, () -> false);
    }
  }

  /// The preset with two steps of a few rows each.
  private static Experiment small() {
    Experiment whole = PresetCatalogue.named("transfer-resnet18-digits").orElseThrow();
    return whole
        .withInput(whole.input().withBatchSize(2 * BATCH))
        .withTraining(whole.training().map(ResNetTransferTest::small));
  }

  private static Training small(Training training) {
    Training.OldTask old = training.oldTask().orElseThrow();
    return training
        .withEpochs(1)
        .withBatchSize(BATCH)
        .withValidation(Optional.empty())
        .withOldTask(
            Optional.of(
                new Training.OldTask(
                    ((InputSpec.FromDataSet) old.input()).withBatchSize(BATCH),
                    new Training.Column(DataSet.LABEL),
                    old.head())));
  }
}
