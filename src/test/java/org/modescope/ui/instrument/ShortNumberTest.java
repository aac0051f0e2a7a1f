package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

  @ParameterizedTest
  @CsvSource({
    "-2.2166116017103195, -2.216612",
    "0.0012345678901234, 0.001234568",
    "1.2345678901234E-8, 1.234568E-8",
    "3.5, 3.5",
    "10.0, 10.0",
    "12345678, 12345678",
    "row 0, row 0",
    "NaN, NaN",
  })
  void showsAsManyDigitsAsAFloatHas(String written, String shown) {
    assertThat(ShortNumber.of(written)).isEqualTo(shown);
  }
}
