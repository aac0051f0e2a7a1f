package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutputSlotsTest {

  @Test
  void fewOutputsAreDrawnInFullDetail() {
    OutputSlots slots = OutputSlots.of(32, 600);

    assertThat(slots).isEqualTo(new OutputSlots(32, 32, OutputSlots.Detail.DOTS));
    assertThat(slots.shownText()).isEmpty();
  }

  @Test
  void manyOutputsAreDrawnAsBands() {
    assertThat(OutputSlots.of(320, 600))
        .isEqualTo(new OutputSlots(320, 320, OutputSlots.Detail.BANDS));
  }

  @Test
  void whatDoesNotFitIsSaid() {
    assertThat(OutputSlots.of(4096, 600).shownText()).isEqualTo("first 400 of 4,096 outputs");
  }

  @Test
  void noWidthStillShowsOne() {
    assertThat(OutputSlots.of(10, 0).shown()).isEqualTo(1);
  }
}
