package org.modescope.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class ReadingViewModelTest {
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final ReadingViewModel reading = new ReadingViewModel(workbench, Text.english());

  @Test
  void beforeTheFirstRunItAsksForAGuess() {
    assertThat(reading.faceProperty().get().reading().headline())
        .isEqualTo("The same 32 rows, 10 times through the same net: will the answers agree?");
  }

  @Test
  void refusalIsToldInPyTorchsWords() {
    refuse();

    ReadingFace face = reading.faceProperty().get();
    assertThat(face.error()).startsWith("ValueError: Expected more than 1 value per channel");
    assertThat(face.reading().detail()).startsWith("With one value per channel there is no spread");
    assertThat(face.remedies()).hasSize(2);
  }

  @Test
  void adviceWithAButtonIsNotGivenTwice() {
    refuse();

    assertThat(reading.faceProperty().get().reading().next()).isEmpty();
  }

  @Test
  void remedyTakesEffect() {
    refuse();

    reading.apply(reading.faceProperty().get().remedies().get(1));

    assertThat(workbench.experiment()).isEqualTo(experiment.withMode(Mode.EVAL));
    assertThat(reading.faceProperty().get().provenance())
        .isEqualTo("from the last run: train · grad");
  }

  private void refuse() {
    workbench.receive(Observed.refused(experiment, Observed.batchOfOne()));
  }
}
