package org.modescope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class StatusViewModelTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final StatusViewModel status =
      new StatusViewModel(workbench, Watch.always(), Text.english());

  @Test
  void runningTellsHowFarAndHowFast() {
    workbench.run();

    observe(new Progress(Status.RUNNING, 42_000, 100_000, 42_010, 1_200_000_000L));

    assertThat(status.textProperty().get())
        .isEqualTo("Pass 42,000 of 100,000 · 1.2 s · 35,000 passes/s");
    assertThat(status.fractionProperty().get()).isEqualTo(0.42);
    assertThat(status.netProperty().get())
        .isEqualTo("42,010 passes since the net was built or rewound");
  }

  @Test
  void stoppedTellsWhatStands() {
    observe(new Progress(Status.STOPPED, 7, 10, 7, 0));

    assertThat(status.textProperty().get()).isEqualTo("Stopped after 7 of 10 passes");
    assertThat(status.fractionProperty().get()).isZero();
  }

  @Test
  void startIsToldBeforeTheFirstPass() {
    workbench.run();

    assertThat(status.textProperty().get()).isEqualTo("Starting …");
  }

  @Test
  void barIsEmptyUntilSomethingIsKnownOfTheNewRun() {
    observe(new Progress(Status.FINISHED, 10, 10, 10, 0));

    workbench.run();

    assertThat(status.fractionProperty().get()).isZero();
    assertThat(status.textProperty().get()).isEqualTo("Starting …");
  }

  private void observe(Progress progress) {
    workbench.receive(
        new Observation(
            experiment,
            progress,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }
}
