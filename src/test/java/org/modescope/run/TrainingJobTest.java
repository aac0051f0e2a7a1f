package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.preset.Presets;

class TrainingJobTest {

  @Test
  void rowsWithoutTargetsAreRefusedInTorchsWords() {
    TrainingCourse course = trained(experiment(31));

    assertThat(course.status()).isEqualTo(Status.REFUSED);
    assertThat(course.fault()).isEmpty();
    assertThat(course.refusal().orElseThrow().errorType()).isEqualTo("AssertionError");
    assertThat(course.refusal().orElseThrow().message()).isEqualTo("Size mismatch between tensors");
    assertThat(course.refusal().orElseThrow().explanation().value("targets")).isEqualTo(31);
  }

  @Test
  void otherValuesThatCannotBeTrainedWithAreNoMistakeOfTheProgram() {
    Experiment emptied =
        experiment(32)
            .withTraining(
                experiment(32)
                    .training()
                    .map(each -> each.withBatchSize(33).withLastBatch(Training.LastBatch.DROPPED)));

    Fault fault = failed(emptied);

    assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID_VALUE);
    assertThat(fault.message()).startsWith("drop_last leaves out the only batch");
  }

  @Test
  void stoppedTrainingKeepsAllThatIsMeasuredAfterTheLastStep() {
    try (TrainingRun run = new TrainingRun(experiment(32))) {
      TrainingCourse course = run.go(_ -> {}, () -> run.trainer().stepsDone() > 3, () -> 0);

      assertThat(course.status()).isEqualTo(Status.STOPPED);
      assertThat(course.losses().count()).isEqualTo(3);
      assertThat(course.learnedRows()).isPresent();
      assertThat(course.diagnosis().backward()).isPresent();
    }
  }

  private static Experiment experiment(int targets) {
    return Presets.simpleNet()
        .withTraining(
            Optional.of(
                new Training(
                    new Training.Sgd(0.1, 0, 0, false),
                    Loss.MSE,
                    new Training.Given(
                        new InputSpec.Drawn(
                            Shape.of(targets, 1),
                            InputSpec.Distribution.NORMAL,
                            OptionalLong.of(3))),
                    32,
                    10,
                    RowOrder.AS_GIVEN,
                    Optional.empty())));
  }

  private static TrainingCourse trained(Experiment experiment) {
    List<TrainingCourse> told = new ArrayList<>();
    new TrainingJob(experiment).perform(new Bench(), told::add, () -> false);
    return told.getLast();
  }

  private static Fault failed(Experiment experiment) {
    try {
      throw new AssertionError(trained(experiment));
    } catch (RuntimeException fault) {
      return Faults.of(fault);
    }
  }
}
