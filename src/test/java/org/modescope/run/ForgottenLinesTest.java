package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Training;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.preset.Presets;

/// Lines that a training loop is made without have the effects that they have in PyTorch. The bytes
/// are those that hooks on saved tensors counted there.
class ForgottenLinesTest {
  private static final int LEARNED = 1437;
  private static final int STEPS = 45;
  private static final int BATCHES = 12;

  @Test
  void sumOfLossesKeepsEveryGraphOfAValidationThroughTheNextEpoch() {
    HeldMemory held = train(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD).held();

    assertThat(held.count()).isEqualTo(3 * (STEPS + BATCHES));
    for (int epoch = 0; epoch < 3; epoch++) {
      int begin = epoch * (STEPS + BATCHES);
      assertThat(held.savedBytes()[begin + STEPS]).isEqualTo(6_404);
      assertThat(held.savedBytes()[begin + STEPS + 10]).isEqualTo(11 * 6_404);
      assertThat(held.savedBytes()[begin + STEPS + 11]).isEqualTo(72_048);
      for (int step = 0; step < STEPS; step++) {
        assertThat(held.savedBytes()[begin + step]).isEqualTo(epoch == 0 ? 0 : 72_048);
      }
    }
  }

  @Test
  void numbersInTheSumLeaveOneGraphAliveAtATime() {
    HeldMemory held = train(Forgotten.NO_NO_GRAD).held();

    assertThat(held.mostInValidation()).isEqualTo(6_404);
    assertThat(held.savedBytes()[STEPS + BATCHES - 1]).isEqualTo(1_604);
    assertThat(held.mostInTraining()).isZero();
  }

  @Test
  void noGradLeavesNone() {
    assertThat(train().held().mostInValidation()).isZero();
    assertThat(train(Forgotten.TOTAL_PLUS_LOSS).held().mostInValidation()).isZero();
  }

  @Test
  void sumOfTrainingLossesKeepsNodesAndNoBytes() {
    HeldMemory held = train(Forgotten.TOTAL_PLUS_LOSS).held();

    assertThat(held.mostInTraining()).isZero();
    assertThat(held.nodes()[0]).isEqualTo(9);
    assertThat(held.mostNodesInTraining()).isEqualTo(405);
  }

  @Test
  void nodesOfTrainingAreToldApartFromThoseThatValidationLeft() {
    HeldMemory held = train(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD).held();

    assertThat(held.mostNodesInTraining()).isEqualTo(405);
  }

  @Test
  void neitherTellsInAnyLoss() {
    TrainingCourse whole = train();
    TrainingCourse forgotten = train(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD);

    assertThat(forgotten.losses().values()).isEqualTo(whole.losses().values());
    assertThat(forgotten.validations()).isEqualTo(whole.validations());
  }

  @Test
  void everythingIsGivenBackWhenTheLoopEnds() {
    long before = NativeBackend.allocatedBytes();

    train(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD);

    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  private static TrainingCourse train(Forgotten... lines) {
    Experiment digits = Presets.digits();
    Training training =
        new Training(
                new Training.Adam(0.001, 0.9, 0.999, 1e-8, 0),
                Training.Loss.CROSS_ENTROPY,
                new Training.Column(DataSet.LABEL),
                32,
                3,
                Training.RowOrder.SHUFFLED,
                Optional.of(
                    new Training.Validation(
                        rows(new Rows(LEARNED, DataSet.DIGITS.rows())),
                        new Training.Column(DataSet.LABEL))))
            .withForgotten(Set.of(lines));
    try (TrainingRun run =
        new TrainingRun(
            digits.withInput(rows(Rows.first(LEARNED))).withTraining(Optional.of(training)))) {
      TrainingCourse course = run.go(_ -> {}, () -> false);
      assertThat(course.status()).isEqualTo(Status.FINISHED);
      return course;
    }
  }

  private static InputSpec rows(Rows rows) {
    return new InputSpec.FromDataSet(DataSet.DIGITS, rows, true, Optional.empty(), false);
  }
}
