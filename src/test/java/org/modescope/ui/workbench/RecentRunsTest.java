package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Inspection;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.chart.Samples;

class RecentRunsTest {
  private final Experiment first = Presets.simpleNet();

  @Test
  void theNewestComesFirstAndNoMoreThanTwentyAreKept() {
    RecentRuns runs = new RecentRuns();
    for (int seed = 0; seed < 30; seed++) {
      runs.add(run(first.withSeed(seed), 10, 10));
    }

    assertThat(runs.runsProperty().get()).hasSize(RecentRuns.MOST);
    assertThat(runs.runsProperty().get().getFirst().experiment().seed()).isEqualTo(29);
    assertThat(runs.runsProperty().get().getFirst().number()).isEqualTo(30);
  }

  @Test
  void aStepTakesThePlaceOfTheRunThatItGoesOnWith() {
    RecentRuns runs = new RecentRuns();
    runs.add(run(first, 1, 1));
    runs.add(run(first, 1, 2));
    runs.add(run(first, 1, 3));

    assertThat(runs.runsProperty().get()).hasSize(1);
    assertThat(runs.runsProperty().get().getFirst().passes()).isEqualTo(3);
  }

  @Test
  void theSameAgainFromTheStartIsAnotherRun() {
    RecentRuns runs = new RecentRuns();
    runs.add(run(first, 10, 10));
    runs.add(run(first, 10, 10));

    assertThat(runs.runsProperty().get()).hasSize(2);
  }

  @Test
  void whatRunsShowedIsLetGoOfWhereItTakesTooMuchMemory() {
    RecentRuns runs = new RecentRuns(3 * ResultSize.of(run(first, 10, 10)));
    for (int seed = 0; seed < 5; seed++) {
      runs.add(run(first.withSeed(seed), 10, 10));
    }

    assertThat(runs.runsProperty().get().stream().map(each -> each.seen().isPresent()))
        .containsExactly(true, true, true, false, false);
    assertThat(runs.runsProperty().get().getLast().deviation()).isPresent();
  }

  @Test
  void whatIsNotOverOrWasRewoundIsNoRun() {
    RecentRuns runs = new RecentRuns();
    runs.add(Observed.of(first, Status.RUNNING));
    runs.add(Observed.of(first, Status.READY));
    runs.add(Observed.attributing(first));

    assertThat(runs.runsProperty().get()).isEmpty();
  }

  @Test
  void goingBackShowsExperimentAndResultAndCanBeUndone() {
    Workbench workbench = new Workbench(new FakeRunner(), first);
    workbench.receive(run(first, 10, 10));
    Experiment second = first.withMode(Mode.EVAL);
    workbench.edit(second);
    workbench.receive(run(second, 10, 10));

    SeenRun earlier = workbench.recentRuns().runsProperty().get().getLast();
    workbench.goBackTo(earlier);

    assertThat(workbench.experiment()).isEqualTo(first);
    assertThat(workbench.observation()).isEqualTo(earlier.seen());
    assertThat(workbench.staleProperty().get()).isFalse();
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(second);
  }

  private static Observation run(Experiment experiment, int done, int series) {
    OutputVariance output = Samples.varied(32, 1);
    return new Observation(
        experiment,
        new Progress(Status.FINISHED, done, done, series, series, 0),
        Optional.of(output),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Inspection.NONE,
        Optional.empty());
  }
}
