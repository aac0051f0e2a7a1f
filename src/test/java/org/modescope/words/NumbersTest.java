package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private final Numbers numbers = Text.english().numbers();

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
    assertThat(numbers.size(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.21449, 0.214",
    "12.345, 12.3",
    "1234.4, '1,234'",
    "-0.5, −0.500",
    "1.25e-7, 1.3e−7",
    "3.2e12, 3.2e12",
    "-Infinity, −∞"
  })
  void figuresHaveThreeSignificantDigits(double value, String expected) {
    assertThat(numbers.figure(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "100, 100",
    "999, 999",
    "1000, 1000",
    "12345, 12340",
    "0.1, 0.1",
    "-0.5, −0.5",
    "0.001, 0.001",
    "1e-5, 0.00001",
    "0.12345, 0.1235",
    "0.1234, 0.1234",
    "1e10, 10000000000",
    "Infinity, ∞"
  })
  void settingsHaveFourDigitsAndNoTrailingZeros(double value, String expected) {
    assertThat(numbers.plain(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0001, < 1 %", "0.6513, 65 %", "0.995, > 99 %", "1, 100 %"})
  void percentagesNeverRoundToAllOrNothing(double share, String expected) {
    assertThat(numbers.percent(share).replace('\u00a0', ' ')).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.6513, 0.995, 1})
  void percentageIsNeverBrokenIntoTwoLines(double share) {
    Numbers spanish = Text.in(Language.nearest(Locale.of("es"))).numbers();

    assertThat(numbers.percent(share)).doesNotContain(" ");
    assertThat(spanish.percent(share)).doesNotContain(" ");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "80, 80 B", "7840, 7.7 KiB", "3145728, 3.0 MiB", "5368709120, 5.0 GiB"})
  void roughBytesComeInTheUnitThatSuitsThem(long bytes, String expected) {
    assertThat(numbers.roughBytes(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "9999, '9,999 B'", "10000, 9.8 KiB", "1048575, 1.0 MiB"})
  void labelsAreExactBelowTenThousandBytes(long bytes, String expected) {
    assertThat(numbers.labelBytes(bytes)).isEqualTo(expected);
  }

  @Test
  void tablesHaveTheDigitsOfAFloat() {
    assertThat(numbers.inFull(1 / 3.0)).isEqualTo("0.3333333");
    assertThat(numbers.inFull(0.5)).isEqualTo("0.5");
  }
}
