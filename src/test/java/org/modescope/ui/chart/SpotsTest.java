package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class SpotsTest {
  private static final double REACH = 5;

  private final Spots dots = new Spots(6, mark -> mark / 2, mark -> Spots.dot(20 * mark, 50, 3));

  @Test
  void markUnderThePointerIsTheNearest() {
    assertThat(dots.nearest(41, 52, REACH)).isEqualTo(2);
  }

  @Test
  void markWithinReachIsFoundAndOneBeyondIsNot() {
    assertThat(dots.nearest(20, 50 + 3 + 4, REACH)).isEqualTo(1);
    assertThat(dots.nearest(20, 50 + 3 + 6, REACH)).isEqualTo(-1);
  }

  @Test
  void ofMarksOverOneAnotherTheOneWhoseMiddleIsNearestIsTaken() {
    Spots bars = Spots.of(2, mark -> new Rectangle2D.Double(0, 0, 100, mark == 0 ? 100 : 20));

    assertThat(bars.nearest(50, 12, REACH)).isEqualTo(1);
    assertThat(bars.nearest(50, 48, REACH)).isZero();
  }

  @Test
  void firstMarkAboutARowStandsForIt() {
    assertThat(dots.about(2)).isEqualTo(4);
    assertThat(dots.about(3)).isEqualTo(-1);
  }
}
