package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.Observed.Movement;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class InstrumentWatchTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final Watch watch = Watch.always();
  private final StatisticsViewModel statistics =
      new StatisticsViewModel(workbench, watch, Text.english());

  @Test
  void hiddenInstrumentTakesInNothingUntilItIsShownAgain() {
    watch.setShown(false);
    observe();
    assertThat(statistics.layers()).isEmpty();

    watch.setShown(true);
    assertThat(statistics.layers()).containsExactly("bn1");
  }

  @Test
  void closedInstrumentLetsTheWorkbenchGo() {
    watch.close();

    observe();

    assertThat(statistics.layers()).isEmpty();
    assertThat(statistics.words().textProperty().get().headline()).isEmpty();
  }

  private void observe() {
    workbench.receive(
        Observed.statistics(experiment, Observed.running(Movement.MOVED, 0, 10, Optional.of(0.1))));
  }
}
