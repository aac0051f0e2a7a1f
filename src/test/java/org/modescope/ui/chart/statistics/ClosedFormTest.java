package org.modescope.ui.chart.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.Samples;

final class ClosedFormTest {
  /// The running statistics are rounded to float on every pass.
  private static final double FLOAT_TOLERANCE = 1e-5;

  @Test
  void agreesWithUpdatingPassByPass() {
    RunningStatistics statistics = Samples.statistics(4, 10);
    ChannelTrace trace = ChannelTrace.of(statistics, Statistic.MEAN).get(3);

    double value = ClosedForm.of(statistics).orElseThrow().at(trace.start(), trace.batch(), 10);

    assertThat(value).isCloseTo(trace.last(), within(FLOAT_TOLERANCE));
  }

  @Test
  void cumulativeAverageReachesTheBatchInOnePass() {
    assertThat(new ClosedForm(Double.NaN, 0).at(1, 5, 1)).isEqualTo(5);
  }

  @Test
  void cumulativeAverageWeighsWhatCameBefore() {
    assertThat(new ClosedForm(Double.NaN, 3).at(1, 5, 1)).isEqualTo(2);
  }
}
