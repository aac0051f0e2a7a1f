package org.modescope.ui.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.words.Text;

class TypedNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5, 2\n-3, 4e1",
        "1.5,2\n\n-3,40\n",
        "1,5\t2\n-3\t40",
        "1,5;2\n-3;40",
        "1.5 2\n  -3   40  ",
        "1,5 2\n-3 40",
        "left\tright\n1.5\t2\n-3\t40",
      })
  void rowsAreReadAsPeopleWriteThem(String written) {
    assertThat(TypedNumbers.read(written, Text.english()))
        .isInstanceOfSatisfying(
            TypedNumbers.Read.class,
            read -> {
              assertThat(read.rows()).isEqualTo(2);
              assertThat(read.columns()).isEqualTo(2);
              assertThat(read.numbers()).containsExactly(1.5f, 2, -3, 40);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1 2/3!line 2 has 1 numbers, and the lines before it 2",
        "1;x!line 1, number 2: “x” is no number",
        "1;2/3;!line 2, number 2: nothing stands there",
        "/ /!Type or paste some numbers.",
      })
  void whatIsWrongIsToldByItsPlace(String written, String why) {
    assertThat(TypedNumbers.read(written.replace('/', '\n'), Text.english()))
        .isEqualTo(new TypedNumbers.Refused(why));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    float[] numbers = {0.1f, -2, 3e-7f, 1e20f, 5, 6};
    String written = TypedNumbers.write(new Values(Shape.of(3, 2), numbers));

    assertThat(TypedNumbers.read(written, Text.english()))
        .isInstanceOfSatisfying(
            TypedNumbers.Read.class, read -> assertThat(read.numbers()).containsExactly(numbers));
  }
}
