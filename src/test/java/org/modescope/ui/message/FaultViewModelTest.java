package org.modescope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class FaultViewModelTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final FaultViewModel fault = new FaultViewModel(workbench, Text.english());

  @Test
  void failedRunIsTold() {
    workbench.receive(Observed.failed(experiment));

    assertThat(fault.messageProperty().get()).isEqualTo("ModeScope made a mistake.");
    assertThat(fault.detailsProperty().get())
        .contains("NullPointerException")
        .contains("SimpleNet");
  }

  @Test
  void dismissedFaultIsGone() {
    workbench.receive(Observed.failed(experiment));

    fault.dismiss();

    assertThat(fault.messageProperty().get()).isEmpty();
  }

  @Test
  void finishedRunIsNoFault() {
    workbench.receive(Observed.of(experiment, Status.FINISHED));

    assertThat(fault.messageProperty().get()).isEmpty();
  }
}
