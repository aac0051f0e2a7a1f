package org.modescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AppearanceTest {
  private final Appearance appearance = new Appearance();

  @Test
  void systemChoiceFollowsTheSystem() {
    appearance.systemProperty().set(Brightness.DARK);
    assertThat(appearance.brightnessProperty().get()).isEqualTo(Brightness.DARK);

    appearance.choiceProperty().set(ThemeChoice.LIGHT);
    assertThat(appearance.brightnessProperty().get()).isEqualTo(Brightness.LIGHT);
  }

  @Test
  void textGrowsStepByStepToItsEnds() {
    appearance.enlarge();
    assertThat(appearance.textScaleProperty().get()).isEqualTo(110);

    for (int step = 0; step < 20; step++) {
      appearance.enlarge();
    }
    assertThat(appearance.textScaleProperty().get()).isEqualTo(200);
    assertThat(appearance.fontSize()).isEqualTo(26);
  }

  @Test
  void unknownScaleIsRefused() {
    assertThatThrownBy(() -> appearance.setTextScale(123))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
