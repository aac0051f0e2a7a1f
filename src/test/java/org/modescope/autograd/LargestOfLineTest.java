package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Pools over lines find the same, to the bit, whether or not somebody asks where it was.
class LargestOfLineTest {
  private static final float[] UNUSUAL = {
    0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1f
  };

  @Property(tries = 200)
  void theLargestIsTheSameWithAndWithoutItsPlace(
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 4, max = 90) int length,
      @ForAll @IntRange(min = 1, max = 4) int window,
      @ForAll @IntRange(min = 1, max = 3) int stride,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = new float[channels * length];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          random.nextInt(3) == 0
              ? UNUSUAL[random.nextInt(UNUSUAL.length)]
              : (float) random.nextGaussian();
    }
    Grid grid = new Grid(1, window, 1, stride, 0, 0, 1, 1, Grid.Rounding.DOWN);

    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(Shape.of(1, channels, 1, length), x);
      float[] unrecorded = GradMode.NO_GRAD.call(() -> input.maxPool(grid)).values();
      float[] recorded = input.requireGrad(true).maxPool(grid).values();

      assertThat(bits(unrecorded)).isEqualTo(bits(recorded));
      assertThat(bits(unrecorded)).isEqualTo(bits(defined(x, length, grid)));
    }
  }

  private static float[] defined(float[] x, int length, Grid grid) {
    int places = grid.outputWidth(length);
    float[] largest = new float[x.length / length * places];
    for (int i = 0; i < largest.length; i++) {
      int first = i / places * length + i % places * grid.strideWidth();
      largest[i] = Float.NEGATIVE_INFINITY;
      for (int j = first; j < first + grid.width(); j++) {
        if (x[j] > largest[i] || Float.isNaN(x[j])) {
          largest[i] = x[j];
        }
      }
    }
    return largest;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
    return bits;
  }
}
