package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ValueRangeTest {

  @Test
  void passesOverWhatIsNotFinite() {
    ValueRange span = new ValueRange();

    span.include(Double.NaN);
    span.include(Double.POSITIVE_INFINITY);

    assertThat(span.isEmpty()).isTrue();
  }

  @Test
  void oneValueStillHasExtentWhenPadded() {
    ValueRange span = new ValueRange();
    span.include(3);

    ValueRange padded = span.padded();

    assertThat(padded.low()).isLessThan(3);
    assertThat(padded.high()).isGreaterThan(3);
  }
}
