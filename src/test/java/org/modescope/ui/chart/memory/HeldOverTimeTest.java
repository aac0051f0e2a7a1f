package org.modescope.ui.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.ui.chart.Samples;

final class HeldOverTimeTest {

  @Test
  void extraIsWhatWasMeasured() {
    assertThat(HeldOverTime.of(Samples.graph(), Accounting.EXTRA))
        .isEqualTo(Samples.graph().timeline());
  }

  @Test
  void packedJoinsLayerByLayerAndGoesNodeByNode() {
    assertThat(HeldOverTime.of(Samples.graph(), Accounting.PACKED))
        .extracting(Moment::heldBytes)
        .containsExactly(1280L, 3840L, 6480L, 3840L, 1280L);
  }

  @Test
  void uniqueLeavesOutWhatWasCountedBefore() {
    assertThat(HeldOverTime.of(Samples.graph(), Accounting.UNIQUE))
        .extracting(Moment::heldBytes)
        .containsExactly(1280L, 3840L, 3920L, 3840L, 1280L);
  }
}
