package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.ui.workbench.Focus.Target;

class FocusTest {
  private final Focus focus = new Focus();

  @Test
  void whatIsPointedAtComesBeforeWhatIsPinnedAndGivesWayToItAgain() {
    focus.pin(Target.layer("bn1"));
    focus.point(Target.pass(3));
    assertThat(focus.shown()).isEqualTo(Target.pass(3));

    focus.point(Target.NONE);

    assertThat(focus.shown()).isEqualTo(Target.layer("bn1"));
  }

  @Test
  void aSecondClickLetsGo() {
    focus.pin(Target.layer("bn1"));
    focus.pin(Target.layer("bn1"));

    assertThat(focus.shown()).isEqualTo(Target.NONE);
  }

  @Test
  void releaseLetsGoOfBoth() {
    focus.pin(Target.layer("bn1"));
    focus.point(Target.layer("fc1"));

    focus.release();

    assertThat(focus.shown()).isEqualTo(Target.NONE);
    assertThat(focus.isPinned()).isFalse();
  }

  @Test
  void aLayerIsAboutThoseInsideItAndAroundIt() {
    assertThat(Target.layer("layer1").isAbout("layer1.0.conv1")).isTrue();
    assertThat(Target.layer("layer1.0.conv1").isAbout("layer1")).isTrue();
    assertThat(Target.layer("layer1").isAbout("layer10")).isFalse();
    assertThat(Target.NONE.isAbout("layer1")).isFalse();
  }
}
