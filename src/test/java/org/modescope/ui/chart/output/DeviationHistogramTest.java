package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.Samples;

final class DeviationHistogramTest {

  @Test
  void countsEverySampleOfEveryElement() {
    OutputVariance output = Samples.varied(32, 1);

    DeviationHistogram histogram = DeviationHistogram.ofAll(output);

    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(320);
  }

  @Test
  void oneElementCountsItsOwn() {
    DeviationHistogram histogram = DeviationHistogram.of(Samples.varied(32, 1), 5, 5);

    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(10);
  }

  @Test
  void samplesAtTheirMeanFallIntoTheMiddle() {
    DeviationHistogram histogram = DeviationHistogram.ofAll(Samples.identical(4));

    assertThat(histogram.counts()[histogram.counts().length / 2]).isEqualTo(40);
  }

  @Test
  void whatIsNotFiniteIsNotCounted() {
    assertThat(DeviationHistogram.ofAll(Samples.notFinite()).highest()).isZero();
  }
}
