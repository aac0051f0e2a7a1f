package org.modescope.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.InvalidValueException;
import org.modescope.words.Text;

class NumberBlockTest {
  private static final Text TEXT = Text.english();

  @Test
  void blockOfASpreadsheetIsReadWithPointsOrCommas() {
    NumberBlock block = NumberBlock.parse("1,5\t-2\r\n.5\t−3e-2\r\n", TEXT);

    assertThat(block.rows()).containsExactly(new float[] {1.5f, -2}, new float[] {0.5f, -0.03f});
  }

  @Test
  void cellThatIsNoNumberIsNamedByItsPlace() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NumberBlock.parse("1\t2\n3\tx", TEXT))
        .withMessageContaining("Line 2, cell 2")
        .withMessageContaining("“x”");
  }

  @Test
  void linesOfDifferentLengthsAreRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NumberBlock.parse("1\t2\n3", TEXT))
        .withMessageContaining("Line 2")
        .withMessageContaining("1 cells, the first one 2");
  }

  @Test
  void thousandsAreNotTakenForDecimals() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NumberBlock.parseOne("1,000,000", TEXT));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NumberBlock.parseOne("1e99", TEXT));
  }

  @Test
  void whatIsNoFiniteNumberCanBeTyped() {
    assertThat(NumberBlock.parseOne("NaN", TEXT)).isNaN();
    assertThat(NumberBlock.parseOne("-inf", TEXT)).isNegative().isInfinite();
  }
}
