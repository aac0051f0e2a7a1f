package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.Observed.Movement;
import org.modescope.ui.chart.Samples;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class StatisticsViewModelTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final StatisticsViewModel statistics =
      new StatisticsViewModel(workbench, Watch.always(), Text.english());

  @Test
  void firstLayerIsChosenUntilAnotherIs() {
    observe();

    assertThat(statistics.layers()).containsExactly("bn1");
    assertThat(statistics.layerProperty().get()).isEqualTo("bn1");
    assertThat(statistics.shownProperty().get()).isPresent();
  }

  @Test
  void netWithoutBatchNormSaysSo() {
    workbench.receive(Observed.statistics(experiment));

    assertThat(statistics.words().textProperty().get().headline()).isEqualTo("none");
  }

  @Test
  void resultsOfTheLastRunAreMarkedAfterAnEdit() {
    workbench.receive(Observed.output(experiment, Observed.variance(10, 10, 0.5)));
    assertThat(statistics.words().provenanceProperty().get()).isEmpty();

    workbench.edit(experiment.withMode(Mode.EVAL));

    assertThat(statistics.words().provenanceProperty().get())
        .isEqualTo("from the last run: train · grad");
  }

  @Test
  void aLayerThatIsOnlyPointedAtGivesWayToTheChosenOne() {
    observeTwo();
    statistics.layerProperty().set("bn2");

    workbench.focus().point(Target.layer("bn1"));
    assertThat(statistics.layerProperty().get()).isEqualTo("bn1");

    workbench.focus().point(Target.NONE);
    assertThat(statistics.layerProperty().get()).isEqualTo("bn2");
    assertThat(statistics.shownProperty().get().orElseThrow().layer()).isEqualTo("bn2");
  }

  @Test
  void aLayerThatIsClickedStays() {
    observeTwo();
    workbench.focus().point(Target.layer("bn2"));
    workbench.focus().pin(Target.layer("bn2"));
    workbench.focus().release();

    assertThat(statistics.layerProperty().get()).isEqualTo("bn2");
  }

  @Test
  void aLayerThatIsPointedAtDuringARunStaysOnlySoLong() {
    observeTwo();
    workbench.focus().point(Target.layer("bn2"));
    observeTwo();
    assertThat(statistics.layerProperty().get()).isEqualTo("bn2");

    workbench.focus().point(Target.pass(3));

    assertThat(statistics.layerProperty().get()).isEqualTo("bn1");
  }

  private void observeTwo() {
    workbench.receive(Observed.statistics(experiment, Samples.statistics(4, 10), named("bn2")));
  }

  private static RunningStatistics named(String layer) {
    RunningStatistics like = Samples.statistics(4, 10);
    return new RunningStatistics(
        layer,
        like.channels(),
        like.momentum(),
        like.updating(),
        like.moved(),
        like.batchesTracked(),
        like.batchesTrackedBefore(),
        like.mean(),
        like.variance(),
        like.batchMean(),
        like.batchVariance(),
        like.sameBatch(),
        like.share());
  }

  private void observe() {
    workbench.receive(
        Observed.statistics(experiment, Observed.running(Movement.MOVED, 0, 10, Optional.of(0.1))));
  }
}
