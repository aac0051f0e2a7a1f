package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.AttributionStatus;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Jobs of several lanes on the one worker.
class JobsTest {
  private final Runner runner = new Runner();
  private final Experiment net = Presets.simpleNet();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void cellsAreThoseOfTheCommandLineAndLeaveTheBenchAlone() {
    Patience.last(runner, new PassesJob(net, 5));

    Comparison seen = Patience.last(runner, new CellsJob(net, Start.AS_BUILT, 4));

    Comparison expected = SixCells.compare(net, 4, _ -> {}, () -> false);
    assertThat(seen.status()).isEqualTo(Status.FINISHED);
    assertThat(seen.cells())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*elapsedNanos")
        .isEqualTo(expected.cells());
    assertThat(Patience.last(runner, new PassesJob(net, 5)).progress().series()).isEqualTo(10);
  }

  @Test
  void cellsThatBeginAsOnTheBenchLeaveItsStateAndDrawsAlone() {
    Observation undisturbed;
    try (Runner alone = new Runner()) {
      Patience.last(alone, new PassesJob(net, 5));
      undisturbed = Patience.last(alone, new PassesJob(net, 5));
    }
    Patience.last(runner, new PassesJob(net, 5));

    Comparison seen = Patience.last(runner, new CellsJob(net, Start.ON_BENCH, 4));
    Observation next = Patience.last(runner, new PassesJob(net, 5));

    assertThat(next)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*elapsedNanos")
        .isEqualTo(undisturbed);
    assertThat(seen.start()).isEqualTo(Start.ON_BENCH);
    assertThat(seen.cells().getFirst().seen().statistics().getFirst().batchesTracked())
        .isEqualTo(9);
    assertThat(seen.cells().getFirst().seen().output().orElseThrow().samples().getFirst().values())
        .isEqualTo(next.output().orElseThrow().samples().get(5).values());
  }

  @Test
  void cellsThatBeginAsOnTheBenchDoNotPutTheirExperimentThere() {
    Patience.last(runner, new PassesJob(net, 5));

    Patience.last(runner, new CellsJob(net.withSeed(7), Start.ON_BENCH, 1));

    assertThat(Patience.last(runner, new PassesJob(net, 5)).progress().series()).isEqualTo(10);
  }

  @Test
  void trainingShowsWhatTrainingOnTheCallersThreadTells() {
    Experiment digits = PresetCatalogue.named("transfer-digits").orElseThrow();
    TrainingCourse told;
    Experiment oneEpoch = digits.withTraining(digits.training().map(each -> each.withEpochs(1)));
    try (TrainingRun run = new TrainingRun(oneEpoch)) {
      told = run.go(_ -> {}, () -> false);
    }

    runner.submit(new TrainingJob(digits));
    TrainingCourse seen =
        Patience.await(runner, Lane.TRAINING, course -> course.losses().count() >= 3);
    runner.stop(Lane.TRAINING);

    for (int step = 0; step < 3; step++) {
      assertThat(seen.losses().at(step)).isEqualTo(told.losses().at(step));
    }
    TrainingCourse last = Patience.await(runner, Lane.TRAINING, TrainingCourse::isLast);
    assertThat(last.status()).isIn(Status.STOPPED, Status.FINISHED);
  }

  @Test
  void jobsThatCannotBeDoneSaySo() {
    assertThat(Patience.last(runner, new TrainingJob(net)).fault().orElseThrow().kind())
        .isEqualTo(Fault.Kind.INVALID_VALUE);
    LayerSpec groupNorm =
        LayerSpec.of(LayerType.GROUP_NORM, "gn", Map.of("num_groups", 3, "num_channels", 20));
    Experiment refused = net.withLayer(1, groupNorm);
    assertThat(
            Patience.last(runner, new CellsJob(refused, Start.AS_BUILT, 1))
                .refusal()
                .orElseThrow()
                .layer())
        .isEqualTo("gn");
  }

  @Test
  void newerJobOfALaneEndsTheOneBeforeAndOtherLanesGoOn() {
    runner.submit(new PassesJob(net, Experiment.MAXIMUM_PASSES));
    Patience.await(runner, Lane.BENCH, Observation::isRunning);
    runner.submit(new CellsJob(net, Start.AS_BUILT, 3));
    runner.submit(new PassesJob(net.withMode(Mode.EVAL), 7));

    Observation seen = Patience.await(runner, Lane.BENCH, Observation::isLast);

    assertThat(seen.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(seen.progress().done()).isEqualTo(7);
    assertThat(Patience.await(runner, Lane.CELLS, Comparison::isLast).cells()).hasSize(6);
  }

  @Test
  void lastWordOfARunNeverArrivesInTheNext() {
    Experiment slowToTell = PresetCatalogue.named("variance-shift").orElseThrow();
    for (int round = 0; round < 20; round++) {
      runner.submit(new PassesJob(slowToTell, 3));
      Patience.await(
          runner,
          Lane.BENCH,
          seen -> seen.attributionStatus() == AttributionStatus.TO_COME || seen.isLast());
      runner.submit(new PassesJob(net, 2));

      Observation first = Patience.await(runner, Lane.BENCH, _ -> true);

      assertThat(first.experiment()).isEqualTo(net);
      Patience.last(runner, new RewindJob(net));
    }
  }

  @Test
  void rewindingIsNotLostWhereARunFollowsAtOnce() {
    Patience.last(runner, new PassesJob(net, 10));

    runner.submit(new PassesJob(net, Experiment.MAXIMUM_PASSES));
    runner.submit(new RewindJob(net));
    Observation seen = Patience.last(runner, new PassesJob(net, 5));

    assertThat(seen.statistics().getFirst().batchesTracked()).isEqualTo(5);
  }

  @Test
  void shortageIsShownAndTheWorkerGoesOn() {
    Experiment wide =
        net.withNetwork(
                List.of(
                    LayerSpec.of(
                        LayerType.LINEAR,
                        "wide",
                        Map.of("in_features", 10, "out_features", 1_000_000))))
            .withInput(net.input().withBatchSize(4096));

    Observation seen = Patience.last(runner, new PassesJob(wide, 1));

    assertThat(seen.fault().map(Fault::kind)).isEqualTo(Optional.of(Fault.Kind.SHORTAGE));
    assertThat(Patience.last(runner, new PassesJob(net, 1)).progress().status())
        .isEqualTo(Status.FINISHED);
  }
}
