package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpanTest {

  @Test
  void passesOverWhatIsNotFinite() {
    Span span = new Span();

    span.include(Double.NaN);
    span.include(Double.POSITIVE_INFINITY);

    assertThat(span.isEmpty()).isTrue();
  }

  @Test
  void oneValueStillHasExtentWhenPadded() {
    Span span = new Span();
    span.include(3);

    Span padded = span.padded();

    assertThat(padded.low()).isLessThan(3);
    assertThat(padded.high()).isGreaterThan(3);
  }
}
