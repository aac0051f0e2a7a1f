package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
  /// Sums of some thousand products of numbers below 1, in single precision.
  private static final double TOLERANCE = 1e-3;

  /// @param x `[N, C, H, W]`
  /// @param weight `[O, C, height, width]`
  private record Sizes(String name, Shape x, Shape weight, int stride, int padding, int dilation) {
    Grid grid() {
      return new Grid(
          weight.size(2),
          weight.size(3),
          stride,
          stride,
          padding,
          padding,
          dilation,
          dilation,
          Grid.Rounding.DOWN);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sizes> large() {
    return Stream.of(
        new Sizes("by oneDNN", Shape.of(2, 16, 20, 22), Shape.of(64, 16, 5, 5), 1, 2, 1),
        new Sizes("by oneDNN, strided", Shape.of(1, 3, 64, 64), Shape.of(64, 3, 7, 7), 2, 3, 1),
        new Sizes("dilated", Shape.of(1, 32, 20, 20), Shape.of(64, 32, 3, 3), 1, 1, 2),
        new Sizes("few places", Shape.of(1, 128, 7, 6), Shape.of(1024, 128, 3, 3), 2, 1, 1),
        new Sizes("one pixel, strided", Shape.of(2, 64, 15, 14), Shape.of(128, 64, 1, 1), 2, 0, 1),
        new Sizes("skipping", Shape.of(2, 64, 29, 28), Shape.of(128, 64, 1, 1), 2, 0, 1),
        new Sizes("skipping, padded", Shape.of(1, 64, 27, 28), Shape.of(256, 64, 1, 1), 3, 1, 1),
        new Sizes(
            "few places, pixels", Shape.of(1, 1024, 5, 6), Shape.of(1024, 1024, 1, 1), 1, 0, 1));
  }

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

  @ParameterizedTest
  @MethodSource("large")
  void largeImagesAreConvolvedAsSmallOnes(Sizes sizes) {
    float[] images = drawn(sizes.x(), "x");
    float[] filters = drawn(sizes.weight(), "weight");
    float[] terms = drawn(Shape.of(sizes.weight().size(0)), "bias");
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(sizes.x(), images);
      Tensor weight = Tensor.parameter(sizes.weight(), filters);
      Tensor bias = Tensor.parameter(Shape.of(terms.length), terms);
      Tensor y = x.convolve(weight, bias, sizes.grid(), 1);
      Tensor plain = x.convolve(weight, null, sizes.grid(), 1);

      float[] values = y.values();
      for (int i = 0; i < values.length; i += 61) {
        int channel = i / (y.shape().size(2) * y.shape().size(3)) % terms.length;
        double expected = expected(sizes, images, filters, y.shape(), i);
        assertThat((double) plain.values()[i]).isCloseTo(expected, within(TOLERANCE));
        assertThat((double) values[i]).isCloseTo(expected + terms[channel], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("large")
  void unrecordedConvolutionGivesTheNumbersOfARecordedOne(Sizes sizes) {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(sizes.x(), drawn(sizes.x(), "x"));
      Tensor weight = Tensor.parameter(sizes.weight(), drawn(sizes.weight(), "weight"));
      Tensor recorded = x.convolve(weight, null, sizes.grid(), 1);
      Tensor unrecorded = GradMode.NO_GRAD.call(() -> x.convolve(weight, null, sizes.grid(), 1));

      assertThat(unrecorded.values()).isEqualTo(recorded.values());
    }
  }

  private static double expected(
      Sizes sizes, float[] images, float[] filters, Shape result, int index) {
    Grid grid = sizes.grid();
    Shape x = sizes.x();
    int column = index % result.size(3);
    int row = index / result.size(3) % result.size(2);
    int filter = index / (result.size(3) * result.size(2)) % result.size(1);
    int image = index / (result.size(3) * result.size(2) * result.size(1));
    double sum = 0;
    int at = filter * x.size(1) * grid.height() * grid.width();
    for (int channel = 0; channel < x.size(1); channel++) {
      for (int i = 0; i < grid.height(); i++) {
        for (int j = 0; j < grid.width(); j++) {
          int seenRow = row * sizes.stride() - sizes.padding() + i * sizes.dilation();
          int seenColumn = column * sizes.stride() - sizes.padding() + j * sizes.dilation();
          if (seenRow >= 0 && seenRow < x.size(2) && seenColumn >= 0 && seenColumn < x.size(3)) {
            int plane = (image * x.size(1) + channel) * x.size(2);
            sum += (double) images[(plane + seenRow) * x.size(3) + seenColumn] * filters[at];
          }
          at++;
        }
      }
    }
    return sum;
  }

  private static float[] drawn(Shape shape, String name) {
    RandomStream stream = RandomStream.of(1).child(name);
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (stream.uniform(i) - 0.5);
    }
    return values;
  }
}
