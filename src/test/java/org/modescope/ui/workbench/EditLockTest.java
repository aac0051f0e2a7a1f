package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.workbench.EditLock.Aspect;

class EditLockTest {
  private final FakeRunner runner = new FakeRunner();
  private final Experiment first = Presets.simpleNet();
  private final Workbench workbench = new Workbench(runner, first);

  @Test
  void lockedPartsStayAndOthersChange() {
    workbench.lock().set(Set.of(Aspect.SEED, Aspect.MODE, Aspect.NET));

    workbench.edit(
        now ->
            now.withSeed(7)
                .withMode(Mode.EVAL)
                .withNetwork(now.network().subList(0, 1))
                .withPasses(3)
                .withGradMode(GradMode.NO_GRAD));

    assertThat(workbench.experiment())
        .isEqualTo(first.withPasses(3).withGradMode(GradMode.NO_GRAD));
  }

  @Test
  void switchThatIsLockedGoesBack() {
    var mode = ExperimentAspect.of(workbench, Experiment::mode, Experiment::withMode, _ -> {});
    workbench.lock().set(Set.of(Aspect.MODE));

    mode.set(Mode.EVAL);

    assertThat(mode.get()).isEqualTo(Mode.TRAIN);
    assertThat(workbench.canUndoProperty().get()).isFalse();
  }

  @Test
  void undoBringsNothingBackThatIsLocked() {
    workbench.edit(now -> now.withSeed(7));
    workbench.lock().set(Set.of(Aspect.SEED));

    workbench.undo();

    assertThat(workbench.experiment().seed()).isEqualTo(7);
  }

  @Test
  void rewindingIsLockedToo() {
    workbench.lock().set(Set.of(Aspect.REWIND));
    workbench.rewind();
    assertThat(runner.asked()).isEmpty();

    workbench.lock().set(Set.of());
    workbench.rewind();
    assertThat(runner.asked()).containsExactly("rewind");
  }

  @Test
  void whoeverLocksMayChange() {
    workbench.lock().set(Set.of(Aspect.SEED));

    workbench.lock().lifted(() -> workbench.edit(now -> now.withSeed(7)));
    workbench.edit(now -> now.withSeed(8));

    assertThat(workbench.experiment().seed()).isEqualTo(7);
  }
}
