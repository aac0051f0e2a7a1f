package org.modescope.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.workbench.Workbench;

class ReadingViewModelTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final ReadingViewModel reading = new ReadingViewModel(Desks.of(workbench));

  @Test
  void beforeTheFirstRunItAsksForAGuess() {
    assertThat(reading.faceProperty().get().headline())
        .isEqualTo("The same 32 rows, 10 times through the same net: will the answers agree?");
  }

  @Test
  void refusalIsToldInPyTorchsWords() {
    refuse();

    ReadingFace face = reading.faceProperty().get();
    assertThat(face.error()).startsWith("ValueError: Expected more than 1 value per channel");
    assertThat(face.detail()).startsWith("With one value per channel there is no spread");
    assertThat(face.remedies()).hasSize(2);
  }

  @Test
  void adviceWithAButtonIsNotGivenTwice() {
    refuse();

    assertThat(reading.faceProperty().get().next()).isEmpty();
  }

  @Test
  void remedyTakesEffect() {
    refuse();

    reading.take(reading.faceProperty().get().remedies().get(1));

    assertThat(workbench.experiment()).isEqualTo(experiment.withMode(Mode.EVAL));
    assertThat(reading.faceProperty().get().provenance())
        .isEqualTo("from the last run: train · grad");
  }

  @Test
  void fixGoesAsSoonAsTheNetDiffersFromTheOneThatWasRefused() {
    refuse();

    workbench.edit(now -> now.withInput(now.input().withBatchSize(2)));

    ReadingFace face = reading.faceProperty().get();
    assertThat(face.remedies()).isEmpty();
    assertThat(face.error()).isEmpty();
    assertThat(face.headline()).isEqualTo("The net was changed since this run was refused.");
  }

  @Test
  void fixGoesWhenAnotherNetIsOpened() {
    refuse();

    workbench.open(Presets.digits());

    assertThat(reading.faceProperty().get().remedies()).isEmpty();
    assertThat(reading.faceProperty().get().headline()).contains("will the answers agree?");
  }

  @Test
  void proposalChangesTheNetInHandAndRunsIt() {
    reading.take(reading.faceProperty().get().next().getLast());

    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(workbench.runningProperty().get()).isTrue();
  }

  private void refuse() {
    workbench.receive(Observed.refused(experiment, Observed.batchOfOne()));
  }
}
