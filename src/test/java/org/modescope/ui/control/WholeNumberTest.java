package org.modescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.InvalidValueException;

class WholeNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "1.5", "1e3", "ten", "", "99999999999999999999", "0x4"})
  void refusesWhatIsNotAWholeNumberInRange(String text) {
    assertThatThrownBy(() -> WholeNumber.parse("passes", text, 1, 10))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("passes must be a whole number from 1 to 10; found ");
  }

  @Test
  void takesSpacesAround() {
    assertThat(WholeNumber.parse("passes", " 7 ", 1, 10)).isEqualTo(7);
  }

  @Test
  void seedsMayBeNegative() {
    assertThat(WholeNumber.parseSeed("seed", "-3")).isEqualTo(-3);
  }
}
