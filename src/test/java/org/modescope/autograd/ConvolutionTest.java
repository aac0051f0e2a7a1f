package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConvolutionTest {

  @Test
  void partsOfTheWindowMaySeeNothingButPadding() {
    Grid grid = new Grid(3, 3, 1, 1, 2, 2, 2, 2, Grid.Rounding.DOWN);
    try (Arena arena = Arena.open();
        Tensor x = Tensor.input(Shape.of(1, 1, 1, 1), new float[] {3});
        Tensor weight =
            Tensor.input(Shape.of(1, 1, 3, 3), new float[] {1, 1, 1, 1, 2, 1, 1, 1, 1})) {
      Tensor y = arena.keep(x.convolve(weight, null, grid, 1));

      assertThat(y.values()).containsExactly(6);
    }
  }
}
