package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumberTextTest {

  @Test
  void hasThreeSignificantDigits() {
    assertThat(NumberText.of(0.21449)).isEqualTo("0.214");
    assertThat(NumberText.of(12.345)).isEqualTo("12.3");
    assertThat(NumberText.of(1234.4)).isEqualTo("1,234");
  }

  @Test
  void minusIsAMinusSign() {
    assertThat(NumberText.of(-0.5)).isEqualTo("−0.500");
  }

  @Test
  void verySmallAndVeryLargeAreScientific() {
    assertThat(NumberText.of(1.25e-7)).isEqualTo("1.3e−7");
    assertThat(NumberText.of(3.2e12)).isEqualTo("3.2e12");
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
    assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }
}
