package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.Samples;
import org.modescope.ui.chart.output.OutputColumns.Column;
import org.modescope.ui.chart.output.OutputSlots.Detail;

final class OutputColumnsTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void columnsAverageWhatTheHeadlineAverages() {
    OutputVariance output = Samples.varied(64, 64);

    Column[] columns = new OutputColumns(output, new OutputSlots(4096, 16, Detail.BANDS)).all();

    assertThat(Arrays.stream(columns).mapToDouble(Column::deviation).average().orElseThrow())
        .isCloseTo(output.meanDeviation(), within(ROUNDING));
  }

  @Test
  void everyOutputIsInAColumn() {
    OutputVariance output = Samples.varied(1000, 1);

    Column[] columns = new OutputColumns(output, OutputSlots.of(1000, 1, 300)).all();

    assertThat(Arrays.stream(columns).mapToDouble(Column::maximum).max().orElseThrow())
        .isEqualTo(highest(output));
  }

  private static double highest(OutputVariance output) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float each : output.maximum()) {
      highest = Math.max(highest, each);
    }
    return highest;
  }
}
