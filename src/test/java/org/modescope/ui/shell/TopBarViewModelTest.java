package org.modescope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class TopBarViewModelTest {
  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final TopBarViewModel bar =
      new TopBarViewModel(workbench, Watch.always(), Text.english());

  @Test
  void runSaysHowOften() {
    assertThat(bar.runTextProperty().get()).isEqualTo("Run ×10");

    bar.passes().textProperty().set("100000");
    bar.passes().commit();

    assertThat(bar.runTextProperty().get()).isEqualTo("Run ×100,000");
  }

  @Test
  void runTakesWhatWasTypedThoughNotCommitted() {
    bar.passes().textProperty().set("25");

    bar.run();

    assertThat(runner.asked()).containsExactly("run 25");
  }

  @Test
  void nonsenseInPassesRunsTheLastGoodNumber() {
    bar.passes().textProperty().set("lots");

    bar.run();

    assertThat(runner.asked()).containsExactly("run 10");
    assertThat(bar.passes().problemProperty().get())
        .isEqualTo("passes must be a whole number from 1 to 1,000,000; found “lots”");
  }

  @Test
  void switchesAreIndependent() {
    bar.toggleMode();
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(workbench.experiment().gradMode()).isEqualTo(GradMode.GRAD);

    bar.cycleGradMode();
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(workbench.experiment().gradMode()).isEqualTo(GradMode.NO_GRAD);
  }

  @Test
  void switchesFollowUndo() {
    bar.toggleMode();

    bar.undo();

    assertThat(bar.modeProperty().get()).isEqualTo(Mode.TRAIN);
  }

  @Test
  void gradModesComeRound() {
    bar.cycleGradMode();
    bar.cycleGradMode();
    bar.cycleGradMode();

    assertThat(bar.gradModeProperty().get()).isEqualTo(GradMode.GRAD);
  }

  @Test
  void newSeedIsShown() {
    bar.newSeed();

    assertThat(workbench.experiment().seed()).isNotEqualTo(42);
    assertThat(bar.seed().textProperty().get())
        .isEqualTo(Long.toString(workbench.experiment().seed()));
  }
}
