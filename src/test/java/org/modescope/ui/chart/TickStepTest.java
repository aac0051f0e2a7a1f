package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

final class TickStepTest {
  private static final Numbers NUMBERS = Text.english().numbers();

  /// Powers of ten below 1 are not exact.
  private static final double ROUNDING = 1e-6;

  @Property
  void neverMoreTicksThanAskedFor(
      @ForAll @DoubleRange(min = 1, max = 10) double mantissa,
      @ForAll @IntRange(min = -9, max = 9) int exponent,
      @ForAll @IntRange(min = 1, max = 20) int mostTicks) {
    double length = mantissa * Math.pow(10, exponent);

    TickStep step = TickStep.of(length, mostTicks);

    assertThat(length / step.size()).isLessThanOrEqualTo(mostTicks * (1 + ROUNDING));
  }

  @Test
  void isOneTwoOrFive() {
    assertThat(TickStep.of(10, 10).size()).isEqualTo(1);
    assertThat(TickStep.of(11, 10).size()).isEqualTo(2);
    assertThat(TickStep.of(30, 10).size()).isEqualTo(5);
    assertThat(TickStep.of(51, 10).size()).isEqualTo(10);
  }

  @Test
  void wholeStepIsNeverBelowOne() {
    assertThat(TickStep.whole(3, 12).size()).isEqualTo(1);
  }

  @Test
  void lengthWithoutExtentStillHasAStep() {
    assertThat(TickStep.of(0, 5).size()).isEqualTo(1);
    assertThat(TickStep.of(Double.NaN, 5).size()).isEqualTo(1);
  }

  @Test
  void labelHasAsManyDecimalsAsItsStep() {
    assertThat(new TickStep(0.5).label(-1, NUMBERS)).isEqualTo("−1.0");
    assertThat(new TickStep(0.02).label(0.3, NUMBERS)).isEqualTo("0.30");
    assertThat(new TickStep(5).label(15, NUMBERS)).isEqualTo("15");
  }

  @Test
  void roundingErrorAtZeroHasNoSign() {
    assertThat(new TickStep(0.2).label(-1e-17, NUMBERS)).isEqualTo("0.0");
  }
}
