package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;

class PinTest {
  private final FakeRunner runner = new FakeRunner();
  private final Experiment first = Presets.simpleNet();
  private final Workbench workbench = new Workbench(runner, first);

  @Test
  void nothingCanBePinnedBeforeThereWasAPass() {
    workbench.togglePin();
    workbench.receive(Observed.of(first, Status.RUNNING));
    workbench.togglePin();

    assertThat(workbench.pin().pinned()).isEmpty();
    assertThat(workbench.canPin()).isFalse();
  }

  @Test
  void aRunBesideThePinnedOneBeginsAnew() {
    pin();
    workbench.edit(first.withMode(Mode.EVAL));
    workbench.run();

    assertThat(runner.asked()).containsExactly("rewind", "run 10");
  }

  @Test
  void aStepThatGoesOnWithBDoesNot() {
    pin();
    workbench.edit(first.withMode(Mode.EVAL));
    workbench.receive(Observed.of(workbench.experiment(), Status.FINISHED));
    workbench.step();

    assertThat(runner.asked()).containsExactly("run 1");
  }

  @Test
  void norDoesAnythingWhereTheSameStartIsNotWanted() {
    pin();
    workbench.pin().sameStartProperty().set(false);
    workbench.edit(first.withMode(Mode.EVAL));
    workbench.run();

    assertThat(runner.asked()).containsExactly("run 10");
  }

  @Test
  void thePinnedRunOutlivesItsDocument() {
    Observation a = pin();
    workbench.open(Presets.digits());

    assertThat(workbench.pin().pinned()).contains(a);
    assertThat(workbench.pair()).isEmpty();
  }

  @Test
  void whatIsFoundOutAboutThePinnedRunLaterIsItsOwn() {
    workbench.receive(Observed.attributing(first));
    workbench.togglePin();
    Observation more = Observed.of(first, Status.FINISHED);
    workbench.receive(withProgressOf(Observed.attributing(first), more));

    assertThat(workbench.pair()).isEmpty();
    assertThat(workbench.pin().pinned().orElseThrow().isLast()).isTrue();
  }

  private Observation pin() {
    Observation a = Observed.of(first, Status.FINISHED);
    workbench.receive(a);
    workbench.togglePin();
    return a;
  }

  private static Observation withProgressOf(Observation progress, Observation rest) {
    return new Observation(
        rest.experiment(),
        progress.progress(),
        rest.output(),
        rest.statistics(),
        rest.memory(),
        rest.attribution(),
        rest.refusal(),
        rest.inspection(),
        rest.fault());
  }
}
