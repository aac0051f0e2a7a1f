package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputSpec.FromDataSet;

class CompaniesTest {
  private static final Shape SHAPE = Shape.of(6, 4);

  @Test
  void rowInFocusComesFirstAndStaysWhileItsMatesAreDrawnAnew() {
    InputSpec input = new InputSpec.Drawn(SHAPE, Distribution.NORMAL, 3);
    Companies companies = Companies.of(input, Generator.seeded(0));
    Companies.Sequence sequence = companies.of(2, 6);

    float[] first = sequence.next();
    float[] second = sequence.next();

    float[] focus = Arrays.copyOfRange(InputValues.of(input, Generator.seeded(0)), 8, 12);
    assertThat(Arrays.copyOf(first, 4)).isEqualTo(focus);
    assertThat(Arrays.copyOf(second, 4)).isEqualTo(focus);
    assertThat(Arrays.copyOfRange(second, 4, 24)).isNotEqualTo(Arrays.copyOfRange(first, 4, 24));
    assertThat(companies.of(2, 6).skip(1).next()).isEqualTo(second);
  }

  @Test
  void storedRowsMeetOthersButNeverThemselves() {
    float[] rows = new float[24];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i / 4;
    }
    Companies companies = Companies.of(new InputSpec.Values(SHAPE, rows), Generator.seeded(0));
    Companies.Sequence sequence = companies.of(5, 3);

    for (int company = 0; company < 20; company++) {
      float[] met = sequence.next();
      assertThat(met[0]).isEqualTo(5);
      assertThat(List.of(met[4], met[8])).doesNotContain(5f).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void matesFromADataSetAreStandardizedAsTheRowsAtHand() {
    FromDataSet input =
        new FromDataSet(DataSet.IRIS, new Rows(40, 60), false, Optional.empty(), true);
    Companies companies = Companies.of(input, Generator.seeded(0));
    float[] values = InputValues.of(input, Generator.seeded(0));

    float[] everyone = companies.of(3, companies.mostRows()).next();

    assertThat(companies.mostRows()).isEqualTo(150);
    assertThat(companies.row(3)).isEqualTo(Arrays.copyOfRange(values, 12, 16));
    assertThat(Arrays.copyOf(everyone, 4)).isEqualTo(companies.row(3));
    // Row 40 of the table is the 41st mate's place, since the row in focus is row 43.
    assertThat(Arrays.copyOfRange(everyone, 41 * 4, 42 * 4)).isEqualTo(Arrays.copyOf(values, 4));
  }
}
