package org.modescope.ui.chart.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.statistics.ChannelTrace.Point;

final class ChannelTraceTest {

  @Test
  void thinningKeepsExtremesAndTheLastValue() {
    ChannelTrace trace =
        new ChannelTrace(
            0, 0, List.of(new Point(1, 1, 1, 9), new Point(2, 2, -9, 2), new Point(3, 3, 3, 3)), 0);

    ChannelTrace thinned = trace.thinned(100);

    assertThat(thinned.points()).containsExactly(new Point(3, 3, -9, 9));
  }

  @Test
  void thinningLeavesDistantPointsAlone() {
    ChannelTrace trace =
        new ChannelTrace(0, 0, List.of(new Point(10, 1, 1, 1), new Point(20, 2, 2, 2)), 0);

    assertThat(trace.thinned(5)).isEqualTo(trace);
  }

  @Test
  void valueBetweenPointsLiesOnTheLine() {
    ChannelTrace trace = new ChannelTrace(0, 1, List.of(new Point(10, 3, 3, 3)), 0);

    assertThat(trace.at(5)).isEqualTo(2);
    assertThat(trace.at(99)).isEqualTo(3);
  }

  @Test
  void onlyKeptPassesAreSteppedThrough() {
    ChannelTrace trace =
        new ChannelTrace(0, 0, List.of(new Point(10, 1, 1, 1), new Point(20, 2, 2, 2)), 0);

    assertThat(trace.next(0, 1)).hasValue(10);
    assertThat(trace.next(10, 1)).hasValue(20);
    assertThat(trace.next(20, 1)).isEmpty();
    assertThat(trace.next(Integer.MAX_VALUE, -1)).hasValue(20);
    assertThat(trace.after(15)).isEmpty();
    assertThat(trace.after(20)).contains(new Point(20, 2, 2, 2));
  }

  @Test
  void runWithoutPassesIsWhereItStarted() {
    assertThat(new ChannelTrace(0, 7, List.of(), Double.NaN).last()).isEqualTo(7);
  }
}
