package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Convolutions of each channel by itself, against the definition.
class DepthwiseConvolutionTest {
  private static final double TOLERANCE = 1e-4;

  @Property(tries = 80)
  void everyPlaceHasTheSumOfWhatItsWindowSees(
      @ForAll @IntRange(min = 2, max = 4) int channels,
      @ForAll @IntRange(min = 3, max = 20) int rows,
      @ForAll @IntRange(min = 3, max = 20) int columns,
      @ForAll @IntRange(min = 1, max = 3) int window,
      @ForAll @IntRange(min = 1, max = 2) int stride,
      @ForAll @IntRange(min = 0, max = 1) int padding,
      @ForAll long seed) {
    Random random = new Random(seed);
    Grid grid =
        new Grid(window, window, stride, stride, padding, padding, 1, 1, Grid.Rounding.DOWN);
    float[] x = numbers(random, channels * rows * columns);
    float[] weights = numbers(random, channels * window * window);
    int height = grid.outputHeight(rows);
    int width = grid.outputWidth(columns);
    float[] incoming = numbers(random, channels * height * width);
    double[] expected = new double[incoming.length];
    double[] expectedGradient = new double[x.length];
    for (int i = 0; i < incoming.length * window * window; i++) {
      int element = i % (window * window);
      int place = i / (window * window);
      int channel = place / (height * width);
      int row = grid.row(place / width % height, element / window);
      int column = grid.column(place % width, element % window);
      if (row >= 0 && row < rows && column >= 0 && column < columns) {
        int pixel = (channel * rows + row) * columns + column;
        float weight = weights[channel * window * window + element];
        expected[place] += (double) weight * x[pixel];
        expectedGradient[pixel] += (double) weight * incoming[place];
      }
    }

    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(Shape.of(1, channels, rows, columns), x).requireGrad(true);
      Tensor weight = Tensor.input(Shape.of(channels, 1, window, window), weights);
      Tensor y = input.convolve(weight, null, grid, channels);
      y.backward(incoming);

      assertClose(y.values(), expected);
      assertClose(Objects.requireNonNull(input.grad()).values(), expectedGradient);
    }
  }

  @Test
  void anInfiniteWeightReachesOnlyWhatItsPlacesSaw() {
    assertOnlySeenPixelsAreInfinite(2, 2);
  }

  @Test
  void norDoesOneOfManyChannels() {
    assertOnlySeenPixelsAreInfinite(8, 1);
  }

  /// The element of the window right of the middle is infinite: it does not see the first column.
  private static void assertOnlySeenPixelsAreInfinite(int channels, int groups) {
    int size = 8;
    Grid grid = new Grid(3, 3, 1, 1, 1, 1, 1, 1, Grid.Rounding.DOWN);
    int perGroup = channels / groups;
    float[] weights = new float[channels * perGroup * 9];
    java.util.Arrays.fill(weights, 0.5f);
    for (int i = 5; i < weights.length; i += 9) {
      weights[i] = Float.POSITIVE_INFINITY;
    }
    float[] ones = new float[channels * size * size];
    java.util.Arrays.fill(ones, 1);

    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(Shape.of(1, channels, size, size), ones).requireGrad(true);
      Tensor weight = Tensor.input(Shape.of(channels, perGroup, 3, 3), weights);
      input.convolve(weight, null, grid, groups).backward(ones);

      float[] gradient = Objects.requireNonNull(input.grad()).values();
      for (int i = 0; i < gradient.length; i++) {
        boolean isSeen = i % size > 0;
        assertThat(gradient[i]).matches(g -> isSeen ? g > 1e30f : Float.isFinite(g));
      }
    }
  }

  private static void assertClose(float[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], offset(TOLERANCE));
    }
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
