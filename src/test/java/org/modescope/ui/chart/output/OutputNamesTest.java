package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;

final class OutputNamesTest {

  @Test
  void rowsOfOneOutputAreNamedByRow() {
    assertThat(OutputNames.of(Shape.of(32, 1), 32).of(4)).isEqualTo("row 4");
  }

  @Test
  void rowsOfSeveralOutputsAreNamedByBoth() {
    assertThat(OutputNames.of(Shape.of(8, 4), 32).of(9)).isEqualTo("row 2, output 1");
  }

  @Test
  void scalarIsARow() {
    assertThat(OutputNames.of(Shape.of(), 1).of(0)).isEqualTo("row 0");
  }
}
