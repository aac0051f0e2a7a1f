package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pool takes what PyTorch's loop would: the first of equals, the last NaN, whatever the
/// window.
class MaxPoolTest {
  private static final float[] VALUES = {
    Float.NaN, Float.NEGATIVE_INFINITY, -1.5f, -0f, 0f, 1e-40f, 2, Float.POSITIVE_INFINITY
  };
  private static final int PLANES = 6;
  private static final int ROWS = 9;
  private static final int COLUMNS = 11;

  static List<Grid> grids() {
    return List.of(
        new Grid(2, 2, 2, 2, 0, 0, 1, 1, Grid.Rounding.DOWN),
        new Grid(3, 3, 2, 2, 1, 1, 1, 1, Grid.Rounding.DOWN),
        new Grid(3, 2, 1, 3, 1, 0, 2, 3, Grid.Rounding.UP),
        new Grid(1, 4, 2, 1, 0, 2, 1, 2, Grid.Rounding.DOWN));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void largestElementAndItsPlaceAreThoseOfPyTorch(Grid grid) {
    try (Arena arena = Arena.open();
        Tensor x = Tensor.input(Shape.of(1, PLANES, ROWS, COLUMNS), drawn()).requireGrad(true)) {
      Tensor y = arena.keep(x.maxPool(grid));
      Array indices = y.node().saved().get(1).unpack();

      int places = grid.outputHeight(ROWS) * grid.outputWidth(COLUMNS);
      for (int place = 0; place < PLANES * places; place++) {
        int plane = place / places * ROWS * COLUMNS;
        int expected = search(x.values(), plane, grid, place % places);
        assertThat(indices.indexAt(place)).isEqualTo(expected);
        assertThat(y.values()[place]).isEqualTo(Float.valueOf(x.values()[plane + expected]));
      }
      y.close();
    }
  }

  @Test
  void windowThatLiesInThePaddingHandsNoGradientOn() {
    Grid grid = new Grid(2, 3, 1, 1, 1, 1, 2, 2, Grid.Rounding.DOWN);
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(Shape.of(2, 1, 4), new float[8]).requireGrad(true);
      Tensor y = x.maxPool(grid);

      y.backward(new float[(int) y.shape().elements()]);

      assertThat(y.values()).containsOnly(Float.NEGATIVE_INFINITY);
      assertThat(x.grad().values()).containsOnly(0);
      x.clearGrad();
    }
  }

  /// Where in its plane the largest element of one place of the window is.
  private static int search(float[] x, int plane, Grid grid, int place) {
    int top = place / grid.outputWidth(COLUMNS) * grid.strideHeight() - grid.paddingHeight();
    int left = place % grid.outputWidth(COLUMNS) * grid.strideWidth() - grid.paddingWidth();
    int found = -1;
    for (int i = 0; i < grid.height(); i++) {
      for (int j = 0; j < grid.width(); j++) {
        int row = top + i * grid.dilationHeight();
        int column = left + j * grid.dilationWidth();
        if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS) {
          continue;
        }
        int index = row * COLUMNS + column;
        float value = x[plane + index];
        if (found < 0 || value > x[plane + found] || Float.isNaN(value)) {
          found = index;
        }
      }
    }
    return found;
  }

  /// Planes of ever fewer different values, the last of −∞ alone, so that equals and NaNs meet.
  private static float[] drawn() {
    RandomStream stream = RandomStream.of(3);
    float[] values = new float[PLANES * ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      int plane = i / (ROWS * COLUMNS);
      int first = Math.min(plane, 1);
      int different = Math.max(1, VALUES.length - plane * 2);
      values[i] =
          VALUES[first + (int) (stream.uniform(i) * Math.min(different, VALUES.length - first))];
    }
    return values;
  }
}
