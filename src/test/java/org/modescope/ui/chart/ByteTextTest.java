package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteTextTest {

  @Test
  void isExactBelowTenThousand() {
    assertThat(ByteText.of(0)).isEqualTo("0 B");
    assertThat(ByteText.of(9_999)).isEqualTo("9,999 B");
  }

  @Test
  void isBinaryFromTenThousand() {
    assertThat(ByteText.of(10_000)).isEqualTo("9.8 KiB");
    assertThat(ByteText.of(5L << 20)).isEqualTo("5.0 MiB");
  }

  @Test
  void neverShowsAThousandAndTwentyFourOfAUnit() {
    assertThat(ByteText.of((1L << 20) - 1)).isEqualTo("1.0 MiB");
  }
}
