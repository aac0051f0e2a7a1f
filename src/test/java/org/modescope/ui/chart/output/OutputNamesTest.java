package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.words.Text;

final class OutputNamesTest {

  @Test
  void rowsOfOneOutputAreNamedByRow() {
    assertThat(names(Shape.of(32, 1), 32).of(4)).isEqualTo("row 4");
  }

  @Test
  void rowsOfSeveralOutputsAreNamedByBoth() {
    assertThat(names(Shape.of(8, 4), 32).of(9)).isEqualTo("row 2, output 1");
  }

  @Test
  void scalarIsARow() {
    assertThat(names(Shape.of(), 1).of(0)).isEqualTo("row 0");
  }

  @Test
  void wholeRowsAreNamedAsRows() {
    assertThat(names(Shape.of(8, 4), 32).of(4, 7)).isEqualTo("row 1");
    assertThat(names(Shape.of(8, 4), 32).of(4, 15)).isEqualTo("rows 1 to 3");
  }

  @Test
  void piecesOfRowsAreNamedByTheirEnds() {
    assertThat(names(Shape.of(8, 4), 32).of(1, 2)).isEqualTo("row 0, output 1 to row 0, output 2");
  }

  private static OutputNames names(Shape shape, int elements) {
    return OutputNames.of(shape, elements, Text.english());
  }
}
