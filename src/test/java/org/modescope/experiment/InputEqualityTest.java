package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

class InputEqualityTest {
  private static final Shape SHAPE = Shape.of(2, 2);

  @Test
  void inputsWithTheSameNumbersAreEqual() {
    assertThat(written(1, 2, 3, 4)).isEqualTo(written(1, 2, 3, 4));
    assertThat(written(1, 2, 3, 4)).hasSameHashCodeAs(written(1, 2, 3, 4));
    assertThat(read(1, 2, 3, 4)).isEqualTo(read(1, 2, 3, 4));
    assertThat(read(1, 2, 3, 4)).hasSameHashCodeAs(read(1, 2, 3, 4));
    assertThat(table(1, 2)).isEqualTo(table(1, 2));
    assertThat(table(1, 2)).hasSameHashCodeAs(table(1, 2));
  }

  @Test
  void inputsWithOtherNumbersDiffer() {
    assertThat(written(1, 2, 3, 4)).isNotEqualTo(written(1, 2, 3, 5));
    assertThat(read(1, 2, 3, 4)).isNotEqualTo(read(1, 2, 3, 5));
    assertThat(table(1, 2)).isNotEqualTo(table(1, 3));
    assertThat(written(0, 0, 0, 0)).isNotEqualTo(written(0, 0, 0, -0f));
    assertThat(written(1, 2, 3, 4))
        .isNotEqualTo(new InputSpec.Values(Shape.of(4, 1), new float[] {1, 2, 3, 4}));
  }

  @Test
  void numbersThatWereGivenCanBeChangedWithoutChangingTheInput() {
    float[] given = {1, 2, 3, 4};
    InputSpec.Values written = new InputSpec.Values(SHAPE, given);
    InputSpec.FromSafetensors read = new InputSpec.FromSafetensors("f", "t", SHAPE, given);

    given[0] = 9;

    assertThat(written.values()[0]).isEqualTo(1);
    assertThat(read.values()[0]).isEqualTo(1);
  }

  @Test
  void numbersThatWereHandedOutCanBeChangedWithoutChangingTheInput() {
    InputSpec.Values written = written(1, 2, 3, 4);
    InputSpec.FromSafetensors read = read(1, 2, 3, 4);

    InputValues.of(written, Generator.seeded(0))[0] = 9;
    InputValues.of(read, Generator.seeded(0))[0] = 9;

    assertThat(InputValues.of(written, Generator.seeded(0))[0]).isEqualTo(1);
    assertThat(InputValues.of(read, Generator.seeded(0))[0]).isEqualTo(1);
  }

  private static InputSpec.Values written(float... values) {
    return new InputSpec.Values(SHAPE, values);
  }

  private static InputSpec.FromSafetensors read(float... values) {
    return new InputSpec.FromSafetensors("x.safetensors", "x", SHAPE, values);
  }

  private static InputSpec table(double... values) {
    SequencedMap<String, Table.Column> columns = new LinkedHashMap<>();
    columns.put("a", new Table.Numbers(values));
    return new InputSpec.FromCsv(
        "a.csv", new Table(values.length, columns), List.of("a"), new Rows(0, 2), false);
  }
}
