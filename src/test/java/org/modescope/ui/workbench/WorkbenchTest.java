package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;

class WorkbenchTest {
  private final FakeRunner runner = new FakeRunner();
  private final Experiment first = Presets.simpleNet();
  private final Workbench workbench = new Workbench(runner, first);

  @Test
  void undoAndRedoWalkThroughEdits() {
    workbench.edit(first.withMode(Mode.EVAL));
    workbench.edit(workbench.experiment().withGradMode(GradMode.NO_GRAD));

    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(first.withMode(Mode.EVAL));
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(first);
    assertThat(workbench.canUndoProperty().get()).isFalse();
    workbench.redo();
    assertThat(workbench.experiment()).isEqualTo(first.withMode(Mode.EVAL));
  }

  @Test
  void newEditForgetsWhatWasUndone() {
    workbench.edit(first.withMode(Mode.EVAL));
    workbench.undo();
    workbench.edit(first.withPasses(3));

    assertThat(workbench.canRedoProperty().get()).isFalse();
  }

  @Test
  void editsOfOneGestureAreUndoneTogether() {
    Object gesture = new Object();
    workbench.edit(first.withPasses(11), gesture);
    workbench.edit(first.withPasses(12), gesture);
    workbench.edit(first.withPasses(13), gesture);

    workbench.undo();

    assertThat(workbench.experiment()).isEqualTo(first);
  }

  @Test
  void editThatChangesNothingIsNone() {
    workbench.edit(first.withPasses(first.passes()));

    assertThat(workbench.canUndoProperty().get()).isFalse();
  }

  @Test
  void editWhileRunningStopsTheRun() {
    workbench.run();
    workbench.edit(first.withMode(Mode.EVAL));

    assertThat(runner.asked()).containsExactly("run 10", "stop");
  }

  @Test
  void editWhileNothingRunsStopsNothing() {
    workbench.edit(first.withMode(Mode.EVAL));

    assertThat(runner.asked()).isEmpty();
  }

  @Test
  void whatIsOpenedBeginsAnewAndNothingIsShownOfTheNetBefore() {
    workbench.run();
    workbench.receive(Observed.of(first, Status.RUNNING));

    workbench.open(first);

    assertThat(runner.asked()).containsExactly("run 10", "stop", "open");
    assertThat(workbench.observation()).isEmpty();
    assertThat(workbench.runningProperty().get()).isFalse();
    assertThat(workbench.awaitingProperty().get()).isFalse();
  }

  @Test
  void attributionThatIsToComeIsAwaitedThoughTheRunIsOver() {
    workbench.run();

    workbench.receive(Observed.attributing(first));

    assertThat(workbench.runningProperty().get()).isFalse();
    assertThat(workbench.awaitingProperty().get()).isTrue();
  }

  @Test
  void stepMakesOnePass() {
    workbench.step();

    assertThat(runner.asked()).containsExactly("run 1");
  }

  @Test
  void runsUntilTheLastObservation() {
    workbench.run();
    workbench.receive(Observed.of(first, Status.RUNNING));
    assertThat(workbench.runningProperty().get()).isTrue();

    workbench.receive(Observed.of(first, Status.FINISHED));

    assertThat(workbench.runningProperty().get()).isFalse();
    assertThat(workbench.awaitingProperty().get()).isFalse();
  }

  @Test
  void resultsOfAnotherExperimentAreStale() {
    workbench.receive(Observed.of(first, Status.FINISHED));
    assertThat(workbench.staleProperty().get()).isFalse();

    workbench.edit(first.withMode(Mode.EVAL));
    assertThat(workbench.staleProperty().get()).isTrue();

    workbench.undo();
    assertThat(workbench.staleProperty().get()).isFalse();
  }

  @Test
  void anotherNumberOfPassesMakesNothingStale() {
    workbench.receive(Observed.of(first, Status.FINISHED));
    workbench.edit(first.withPasses(1000));

    assertThat(workbench.staleProperty().get()).isFalse();
  }
}
