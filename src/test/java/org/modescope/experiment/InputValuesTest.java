package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.nn.Pair;

class InputValuesTest {
  private static final float TOLERANCE = 1e-6f;

  @Test
  void imagesAreResizedAsPyTorchInterpolates() {
    float[] image = {0, 1, 4, 9, 16, 25};

    // torch.nn.functional.interpolate(x, size=(3, 5), mode="bilinear", align_corners=False)
    assertThat(ImageResize.apply(image, new Pair(2, 3), new Pair(3, 5)))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(
            0, 0.4f, 1, 2.8f, 4, 4.5f, 6.1f, 8.5f, 12.1f, 14.5f, 9, 11.8f, 16, 21.4f, 25);
    assertThat(ImageResize.apply(image, new Pair(2, 3), new Pair(1, 2))).containsExactly(5.5f, 13);
  }

  @Test
  void digitsAreImagesUnlessFlattened() {
    FromDataSet images = digits(false, Optional.empty(), false);

    assertThat(images.shape()).isEqualTo(Shape.of(32, 1, 8, 8));
    assertThat(digits(true, Optional.empty(), false).shape()).isEqualTo(Shape.of(32, 64));
    assertThat(digits(false, Optional.of(new Pair(28, 28)), false).shape())
        .isEqualTo(Shape.of(32, 1, 28, 28));
    assertThat(digits(true, Optional.of(new Pair(4, 3)), false).shape())
        .isEqualTo(Shape.of(32, 12));
    assertThat(InputValues.of(images, Generator.seeded(0))).startsWith(0, 0, 5, 13, 9, 1, 0, 0);
  }

  @Test
  void eachColumnIsStandardizedOverTheChosenRows() {
    float[] values = {1, 10, 5, 3, 30, 5};

    Standardization.apply(Shape.of(2, 3), values);

    assertThat(values).containsExactly(-1, -1, 0, 1, 1, 0);
  }

  @Test
  void imagesAreStandardizedPerChannel() {
    float[] values = InputValues.of(digits(false, Optional.empty(), true), Generator.seeded(0));

    assertThat(mean(values)).isCloseTo(0, within(TOLERANCE));
    assertThat(variance(values)).isCloseTo(1, within(1e-5f));
  }

  @Test
  void irisHasNoImagesToResize() {
    assertThatThrownBy(
            () ->
                new FromDataSet(
                    DataSet.IRIS, Rows.first(3), false, Optional.of(Pair.both(8)), false))
        .hasMessage("resize is for images; iris has none");
  }

  @Test
  void rowsMustLieWithinTheDataSet() {
    assertThatThrownBy(
            () -> new FromDataSet(DataSet.IRIS, new Rows(140, 151), false, Optional.empty(), false))
        .hasMessage(
            "rows must be a first row and the one after the last, within 0 to 150 of iris; found"
                + " [140, 151]");
  }

  @Test
  void columnsOfATableComeInTheOrderAskedFor() {
    LinkedHashMap<String, Table.Column> columns = new LinkedHashMap<>();
    columns.put("a", new Table.Numbers(new double[] {1, 2, 3}));
    columns.put("kind", new Table.Words(List.of("setosa", "versicolor", "setosa")));
    columns.put("b", new Table.Numbers(new double[] {10, 20, 30}));
    Table table = new Table(3, columns);

    FromCsv input = new FromCsv("own.csv", table, List.of("b", "a"), new Rows(1, 3), false);

    assertThat(input.shape()).isEqualTo(Shape.of(2, 2));
    assertThat(InputValues.of(input, Generator.seeded(0))).containsExactly(20, 2, 30, 3);
    assertThat(table.classes("kind", new Rows(0, 3), table.classNames("kind")))
        .containsExactly(0, 1, 0);
    assertThatThrownBy(() -> new FromCsv("own.csv", table, List.of("kind"), Rows.first(3), false))
        .hasMessage("column “kind” has words, not numbers");
  }

  @Test
  void anInputLargerThanMemoryIsRefusedWithItsBytes() {
    assertThatThrownBy(
            () -> new InputSpec.Drawn(Shape.of(100_000, 100_000), InputSpec.Distribution.NORMAL, 1))
        .hasMessage(
            "an input of 100000 × 100000 would take 40,000,000,000 bytes; at most 1,073,741,824 are"
                + " allowed");
  }

  @Test
  void rowsAreCountedAmongThoseOfTheChosenClasses() {
    FromDataSet all = new FromDataSet(DataSet.IRIS, new Rows(0, 150), false, empty(), false);
    FromDataSet some =
        new FromDataSet(DataSet.IRIS, List.of(2, 0), new Rows(49, 52), false, empty(), false);

    assertThat(DataSet.IRIS.rows(List.of(2, 0))).isEqualTo(100);
    assertThat(InputValues.of(some, Generator.seeded(0)))
        .startsWith(Arrays.copyOfRange(InputValues.of(all, Generator.seeded(0)), 4 * 49, 4 * 50))
        .endsWith(Arrays.copyOfRange(InputValues.of(all, Generator.seeded(0)), 4 * 100, 4 * 102));
    assertThat(some.withBatchSize(51).rows()).isEqualTo(new Rows(49, 100));
  }

  @Test
  void aLabelIsThePlaceOfItsClassAmongTheChosen() {
    FromDataSet some =
        new FromDataSet(DataSet.IRIS, List.of(2, 0), new Rows(49, 52), false, empty(), false);

    LabelledRows labelled =
        LabelledRows.of(
            some,
            new Training.Column(DataSet.LABEL),
            Training.Loss.CROSS_ENTROPY,
            Generator.seeded(0));

    assertThat(labelled.classes()).containsExactly(1, 0, 0);
  }

  @Test
  void classesThatAreNotThereAndRowsBeyondThemAreRefused() {
    assertThatThrownBy(
            () -> new FromDataSet(DataSet.IRIS, List.of(3), Rows.first(1), false, empty(), false))
        .hasMessage("classes must be different classes of iris, from 0 to 2; found [3]");
    assertThatThrownBy(
            () ->
                new FromDataSet(DataSet.IRIS, List.of(1, 1), Rows.first(1), false, empty(), false))
        .hasMessage("classes must be different classes of iris, from 0 to 2; found [1, 1]");
    assertThatThrownBy(
            () -> new FromDataSet(DataSet.IRIS, List.of(1), Rows.first(51), false, empty(), false))
        .hasMessageContaining("within 0 to 50 of iris");
  }

  private static Optional<Pair> empty() {
    return Optional.empty();
  }

  private static FromDataSet digits(boolean flatten, Optional<Pair> resize, boolean standardize) {
    return new FromDataSet(DataSet.DIGITS, Rows.first(32), flatten, resize, standardize);
  }

  private static float mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return (float) (sum / values.length);
  }

  private static float variance(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return (float) (sum / values.length);
  }
}
