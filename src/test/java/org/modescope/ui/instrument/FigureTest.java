package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

  @ParameterizedTest
  @CsvSource({
    "0.6789, 0.68",
    "12.345, 12.35",
    "0.0456, 0.046",
    "0.0094, 9.4e−3",
    "3.2e-7, 3.2e−7",
    "1.5e-12, 1.5e−12",
    "123456, 1.2e5",
    "4321, '4,321'",
    "0, 0",
    "NaN, NaN",
    "Infinity, ∞"
  })
  void sizesKeepTheirMagnitude(double value, String expected) {
    assertThat(Figure.size(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0001, < 1 %", "0.6513, 65 %", "0.995, > 99 %", "1, 100 %"})
  void percentagesNeverRoundToAllOrNothing(double share, String expected) {
    assertThat(Figure.percent(share)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "80, 80 B", "7840, 7.7 KiB", "3145728, 3.0 MiB", "5368709120, 5.0 GiB"})
  void bytesComeInTheUnitThatSuitsThem(long bytes, String expected) {
    assertThat(Figure.bytes(bytes)).isEqualTo(expected);
  }

  @Test
  void countsNameWhatTheyCount() {
    assertThat(Figure.count(1, "pass", "passes")).isEqualTo("1 pass");
    assertThat(Figure.count(100_000, "pass", "passes")).isEqualTo("100,000 passes");
  }
}
