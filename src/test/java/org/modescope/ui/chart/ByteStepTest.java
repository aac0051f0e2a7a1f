package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteStepTest {

  @Test
  void ticksAreRoundInTheUnitOfTheirLabels() {
    ByteStep step = ByteStep.of(5 << 20, 5);

    assertThat(step.bytes()).isEqualTo(1 << 20);
    assertThat(step.label(2 << 20)).isEqualTo("2 MiB");
  }

  @Test
  void smallAxesCountBytes() {
    assertThat(ByteStep.of(3000, 6).label(500)).isEqualTo("500 B");
  }
}
