package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.output.OutputSlots.Detail;

final class OutputSlotsTest {

  @Test
  void fewOutputsAreDrawnInFullDetail() {
    assertThat(OutputSlots.of(32, 1, 600)).isEqualTo(new OutputSlots(32, 1, Detail.DOTS));
  }

  @Test
  void manyOutputsAreDrawnAsBands() {
    assertThat(OutputSlots.of(320, 1, 600)).isEqualTo(new OutputSlots(320, 1, Detail.BANDS));
  }

  @Test
  void moreThanFitShareColumns() {
    OutputSlots slots = OutputSlots.of(1000, 1, 600);

    assertThat(slots.perColumn()).isEqualTo(3);
    assertThat(slots.columns()).isEqualTo(334);
    assertThat(slots.last(999)).isEqualTo(999);
  }

  @Test
  void columnsHoldWholeRowsWhereRowsAreShort() {
    assertThat(OutputSlots.of(3200, 5, 600).perColumn()).isEqualTo(10);
  }

  @Test
  void rowsHoldWholeColumnsWhereRowsAreLong() {
    assertThat(OutputSlots.of(16_384, 4096, 600).perColumn()).isEqualTo(64);
  }

  @Test
  void noWidthStillHasAColumn() {
    assertThat(OutputSlots.of(10, 1, 0).columns()).isEqualTo(1);
  }
}
