package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZoomTest {
  @Test
  void whatLiesUnderThePointerStaysThere() {
    Zoom zoomed = Zoom.NONE.around(0.25, 2);

    assertThat(zoomed.factor()).isEqualTo(2, within(1e-9));
    assertThat(zoomed.low() + 0.25 * (zoomed.high() - zoomed.low())).isEqualTo(0.25, within(1e-9));
  }

  @Test
  void zoomingOutEndsWhereAllIsShown() {
    assertThat(Zoom.NONE.around(0.9, 4).around(0.1, 0.1).isNone()).isTrue();
    assertThat(Zoom.NONE.around(0.5, 0.5).isNone()).isTrue();
  }

  @Test
  void nothingBeyondTheAxisIsLookedAt() {
    Zoom zoomed = Zoom.NONE.around(0.5, 4);

    assertThat(zoomed.moved(100).high()).isEqualTo(1);
    assertThat(zoomed.moved(-100).low()).isZero();
    assertThat(zoomed.moved(0.5).factor()).isEqualTo(4, within(1e-9));
  }

  @Test
  void zoomingInEnds() {
    Zoom zoomed = Zoom.NONE;
    for (int step = 0; step < 200; step++) {
      zoomed = zoomed.around(0.3, 1.25);
    }

    assertThat(zoomed.factor()).isEqualTo(1024, within(1e-6));
  }

  @Test
  void whatIsToBeSeenComesIntoViewAndWhatIsSeenStays() {
    Zoom zoomed = new Zoom(0.25, 0.5);

    assertThat(zoomed.seeing(0.3)).isEqualTo(zoomed);
    assertThat(zoomed.seeing(0.75)).isEqualTo(new Zoom(0.625, 0.875));
    assertThat(zoomed.seeing(1).high()).isEqualTo(1);
  }

  @Test
  void theSamePartOfAnyAxisIsLookedAt() {
    ValueRange part = new Zoom(0.25, 0.75).of(-4, 4);

    assertThat(part.low()).isEqualTo(-2);
    assertThat(part.high()).isEqualTo(2);
  }
}
