package org.modescope.ui.chart.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Shape;

class SheetShapeTest {
  static Stream<Shape> shapes() {
    return Stream.of(
        Shape.of(),
        Shape.of(1),
        Shape.of(20),
        Shape.of(23),
        Shape.of(20, 10),
        Shape.of(7, 200),
        Shape.of(5, 3, 4),
        Shape.of(64, 3, 7, 7),
        Shape.of(10, 1, 3, 3),
        Shape.of(4, 40, 3, 2),
        Shape.of(2, 3, 2, 2, 2));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyNumberLiesInOneCellAndIsFoundThere(Shape shape) {
    SheetShape sheet = SheetShape.of(shape);
    Set<Integer> seen = new HashSet<>();

    for (int row = 0; row < sheet.rows(); row++) {
      for (int column = 0; column < sheet.columns(); column++) {
        if (sheet.holds(row, column)) {
          int index = sheet.index(row, column);
          assertThat(sheet.row(index)).isEqualTo(row);
          assertThat(sheet.column(index)).isEqualTo(column);
          seen.add(index);
        }
      }
    }

    assertThat(seen).hasSize(sheet.elements());
  }

  @Test
  void kernelsOfFewInputsShareALine() {
    SheetShape sheet = SheetShape.of(Shape.of(64, 3, 7, 7));

    assertThat(sheet.columns()).isEqualTo(3 * 3 * 7);
    assertThat(sheet.place(sheet.index(8, 24))).isEqualTo("[4, 0, 1, 3]");
    assertThat(sheet.rowName(8)).isEqualTo("3");
    assertThat(sheet.columnName(24)).isEqualTo("0");
  }

  @Test
  void placesAreThoseOfCode() {
    assertThat(SheetShape.of(Shape.of(20, 10)).place(73)).isEqualTo("[7, 3]");
    assertThat(SheetShape.of(Shape.of()).place(0)).isEqualTo("[]");
  }
}
