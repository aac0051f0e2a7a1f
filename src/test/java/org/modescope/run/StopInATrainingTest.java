package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Training;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Diagnosis;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// A stop is looked for so often that it never waits for more than one layer of one batch. What is
/// counted here are the looks; how long one takes is another matter.
class StopInATrainingTest {
  /// The layers of SimpleNet, and the net itself.
  private static final int LAYERS = 5;

  /// The nodes that backward goes through: two of the loss and one of each layer.
  private static final int NODES = 6;

  /// What is measured after a stop: each asks once whether there is time for it, and some again
  /// inside.
  private static final int FAREWELL = 12;

  /// Says that it is to stop from some look on.
  private static final class Looks implements BooleanSupplier {
    private final int last;
    private int count;

    Looks(int last) {
      this.last = last;
    }

    @Override
    public boolean getAsBoolean() {
      count++;
      return count >= last;
    }
  }

  @Test
  void everyLayerAndEveryNodeOfAStepIsALook() {
    // One step more, and its rows once more when all are measured in the end.
    assertThat(looks(digits(3)) - looks(digits(2))).isEqualTo(LAYERS + NODES + LAYERS);
  }

  @Test
  void everyLayerOfEveryBatchOfAValidationIsALookInBothModes() {
    // Before the first step and after the only epoch.
    int measured = 2 * 2;

    assertThat(looks(validated(digits(2), 3 * 8)) - looks(validated(digits(2), 2 * 8)))
        .isGreaterThanOrEqualTo(measured * LAYERS);
  }

  @Test
  void everyLayerOfWhatIsMeasuredLastIsALook() {
    Experiment experiment = digits(2);
    Looks all = new Looks(Integer.MAX_VALUE);
    TrainingCourse whole = go(experiment, all, () -> 0);
    assertThat(whole.learnedRows()).isPresent();
    assertThat(whole.diagnosis().backward()).isPresent();

    // Two batches of the rows, forward; one batch forward and backward in two modes, from the loss
    // and from the first row's output.
    assertThat(all.count - 2 * (LAYERS + NODES)).isGreaterThan(2 * LAYERS + 2 * 2 * LAYERS);
  }

  @Test
  void oldTaskIsLookedAtLayerByLayerToo() {
    Experiment transfer = transfer();
    Experiment without =
        transfer.withTraining(transfer.training().map(each -> each.withOldTask(Optional.empty())));
    int frozenLayers = 30;

    assertThat(looks(transfer) - looks(without)).isGreaterThan(2 * 2 * frozenLayers);
  }

  @Test
  void whereverItStopsItKeepsTheStateAfterTheLastWholeStepAndMakesNoOther() {
    Experiment experiment = digits(3);
    List<StateDict> states = statesAfterEachStep(experiment);
    int all = looks(experiment);

    for (int last = 1; last <= 3 * (LAYERS + NODES); last++) {
      Looks looks = new Looks(last);
      TrainingCourse course = go(experiment, looks, ticking());

      assertThat(course.status()).as("look %d", last).isEqualTo(Status.STOPPED);
      int steps = course.losses().count();
      assertThat(steps).isEqualTo((last - 1) / (LAYERS + NODES));
      assertThat(course.trained()).contains(states.get(steps));
      assertThat(course.drifts().getFirst().now().updates()).isEqualTo(steps);
      assertNothingMore(course, looks);
    }
    assertThat(all).isGreaterThan(3 * (LAYERS + NODES));
  }

  @Test
  void stoppedInAValidationThatForgetsEvalItKeepsWhatWholeBatchesMoved() {
    Experiment experiment =
        validated(digits(1), 3 * 8)
            .withTraining(
                validated(digits(1), 3 * 8)
                    .training()
                    .map(each -> each.with(Forgotten.NO_EVAL_IN_VALIDATION, true)));
    boolean sawHalf = false;
    int all = looks(experiment);
    for (int last = 1; last < all; last++) {
      TrainingCourse course = go(experiment, new Looks(last), ticking());

      StatisticsDrift drift = course.drifts().getFirst();
      StateDict state = course.trained().orElseThrow();
      assertThat(drift.now().updates())
          .as("look %d", last)
          .isEqualTo(((StateDict.Counter) state.entries().get("bn1.num_batches_tracked")).value());
      sawHalf |= drift.now().updates() == 2 && course.validations().size() == 1;
    }
    assertThat(sawHalf).isTrue();
  }

  @Test
  void stoppedBeforeTheNetIsDrawnItIsStoppedAndNoFault() {
    AtomicBoolean wasTold = new AtomicBoolean();

    new TrainingJob(digits(2))
        .perform(
            new Bench(),
            course -> {
              assertThat(course.status()).isEqualTo(Status.STOPPED);
              assertThat(course.fault()).isEmpty();
              wasTold.set(true);
            },
            new Looks(2));

    assertThat(wasTold).isTrue();
  }

  private static void assertNothingMore(TrainingCourse course, Looks looks) {
    assertThat(course.learnedRows()).isEmpty();
    assertThat(course.oldTask()).isEmpty();
    assertThat(course.diagnosis()).isEqualTo(Diagnosis.NONE);
    assertThat(looks.count - looks.last).isLessThan(FAREWELL);
  }

  private static List<StateDict> statesAfterEachStep(Experiment experiment) {
    List<StateDict> states = new ArrayList<>();
    try (TrainingRun run = new TrainingRun(experiment)) {
      states.add(run.state());
      StreamDraws draws = new StreamDraws(run.generator());
      for (int[] batch : run.trainer().nextEpoch()) {
        run.trainer().step(batch, draws);
        states.add(run.state());
      }
    }
    return states;
  }

  private static int looks(Experiment experiment) {
    Looks looks = new Looks(Integer.MAX_VALUE);
    go(experiment, looks, () -> 0);
    return looks.count;
  }

  private static TrainingCourse go(Experiment experiment, Looks looks, LongSupplier clock) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      return run.go(_ -> {}, looks, clock);
    }
  }

  /// A clock by which there is no time left after a stop.
  private static LongSupplier ticking() {
    AtomicLong now = new AtomicLong();
    return () -> now.getAndAdd(Grace.NANOS);
  }

  /// SimpleNet on some steps of eight digits.
  private static Experiment digits(int steps) {
    Experiment whole = PresetCatalogue.named("train-digits").orElseThrow();
    return whole
        .withInput(rows(0, 8 * steps))
        .withTraining(
            whole
                .training()
                .map(each -> each.withValidation(Optional.empty()).withEpochs(1).withBatchSize(8)));
  }

  private static Experiment validated(Experiment experiment, int rows) {
    return experiment.withTraining(
        experiment
            .training()
            .map(
                each ->
                    each.withValidation(
                        Optional.of(
                            new Training.Validation(
                                rows(1000, 1000 + rows), new Training.Column(DataSet.LABEL))))));
  }

  private static Experiment transfer() {
    Experiment whole = PresetCatalogue.named("transfer-digits").orElseThrow();
    return whole
        .withInput(whole.input().withBatchSize(64))
        .withTraining(
            whole.training().map(each -> each.withEpochs(1).withValidation(Optional.empty())));
  }

  private static InputSpec rows(int from, int to) {
    return new InputSpec.FromDataSet(
        DataSet.DIGITS, new Rows(from, to), true, Optional.empty(), false);
  }
}
