package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

final class ByteStepTest {
  private static final Numbers NUMBERS = Text.english().numbers();

  @Test
  void ticksAreRoundInTheUnitOfTheirLabels() {
    ByteStep step = ByteStep.of(5 << 20, 5);

    assertThat(step.bytes()).isEqualTo(1 << 20);
    assertThat(step.label(2 << 20, NUMBERS)).isEqualTo("2 MiB");
  }

  @Test
  void smallAxesCountBytes() {
    assertThat(ByteStep.of(3000, 6).label(500, NUMBERS)).isEqualTo("500 B");
  }
}
