package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whichever way a convolution is computed, result and gradients are those of plain loops in double
/// precision.
class ConvolutionLoopsTest {
  /// Sums of some thousand products of numbers below 1, in single precision.
  private static final double TOLERANCE = 1e-3;

  private static final int PASSES = 2;

  /// @param perGroup channels of each group
  /// @param filters of each group
  record Sizes(Grid grid, int groups, int perGroup, int filters, int rows, int columns) {
    Shape x() {
      return Shape.of(2, groups * perGroup, rows, columns);
    }

    Shape weight() {
      return Shape.of(groups * filters, perGroup, grid.height(), grid.width());
    }

    Shape result() {
      return grid.convolved(x(), weight());
    }
  }

  @Property(tries = 60)
  void depthwise(@ForAll("depthwise") Sizes sizes) {
    DepthwiseConvolution kernel = DepthwiseConvolution.of(sizes.grid, sizes.weight(), sizes.groups);
    Array x = drawn(sizes.x(), "x");
    Array weight = drawn(sizes.weight(), 1, "weight");
    Array gradOutput = drawn(sizes.result(), "gradient");
    Loops expected = Loops.of(sizes, x, weight, gradOutput);

    assertAlike(kernel.convolve(x, weight, null, PASSES), expected.result);
    assertAlike(kernel.gradX(gradOutput, sizes.x(), weight), expected.gradX);
    assertAlike(kernel.gradWeight(gradOutput, x, weight), expected.gradWeight);
    release(x, weight, gradOutput);
  }

  @Property(tries = 60)
  void shifted(@ForAll("shifted") Sizes sizes) {
    ShiftedConvolution kernel = new ShiftedConvolution(sizes.grid, sizes.groups);
    Array x = drawn(sizes.x(), "x");
    Array weight = drawn(sizes.weight(), 1, "weight");
    Array gradOutput = drawn(sizes.result(), "gradient");
    Loops expected = Loops.of(sizes, x, weight, gradOutput);

    assertAlike(kernel.convolve(x, weight, null, PASSES), expected.result);
    assertAlike(kernel.gradX(gradOutput, sizes.x(), weight), expected.gradX);
    release(x, weight, gradOutput);
  }

  @Property(tries = 60)
  void unfolded(@ForAll("depthwise") Sizes sizes) {
    UnfoldedConvolution kernel = new UnfoldedConvolution(sizes.grid, sizes.groups);
    Array x = drawn(sizes.x(), "x");
    Array weight = drawn(sizes.weight(), 1, "weight");
    Array gradOutput = drawn(sizes.result(), "gradient");
    Loops expected = Loops.of(sizes, x, weight, gradOutput);

    assertAlike(kernel.convolve(x, weight, null, PASSES), expected.result);
    assertAlike(kernel.gradX(gradOutput, x, weight), expected.gradX);
    assertAlike(kernel.gradWeight(gradOutput, x, weight), expected.gradWeight);
    release(x, weight, gradOutput);
  }

  @Property(tries = 40)
  void dilatedRearranged(@ForAll("shifted") Sizes sizes) {
    assertRearranged(sizes);
  }

  @Property(tries = 20)
  void groupedRearranged(@ForAll("grouped") Sizes sizes) {
    assertRearranged(sizes);
  }

  private static void assertRearranged(Sizes sizes) {
    RearrangedConvolution kernel = new RearrangedConvolution(sizes.grid, sizes.groups);
    Array x = drawn(sizes.x(), "x");
    Array weight = drawn(sizes.weight(), 1, "weight");
    Loops expected = Loops.of(sizes, x, weight, drawn(sizes.result(), "gradient"));

    assertAlike(kernel.convolve(x, weight, null, PASSES), expected.result);
    release(x, weight);
  }

  @Property(tries = 10)
  void gradientsOfOneDnn(@ForAll("dense") Sizes sizes) {
    Array x = drawn(sizes.x(), "x");
    Array weight = drawn(sizes.weight(), 1, "weight");
    Array gradOutput = drawn(sizes.result(), "gradient");
    Loops expected = Loops.of(sizes, x, weight, gradOutput);

    Array[] gradients = OneDnn.gradients(sizes.grid, gradOutput, x, weight);

    assertAlike(gradients[0], expected.gradX);
    assertAlike(gradients[1], expected.gradWeight);
    release(x, weight, gradOutput);
  }

  @Provide
  Arbitrary<Sizes> depthwise() {
    return sizes(grids(3, 3), Arbitraries.integers().between(2, 5), Arbitraries.just(1));
  }

  @Provide
  Arbitrary<Sizes> shifted() {
    return sizes(
        grids(1, 3), Arbitraries.integers().between(1, 2), Arbitraries.integers().between(1, 9));
  }

  @Provide
  Arbitrary<Sizes> grouped() {
    return sizes(
        grids(3, 1), Arbitraries.integers().between(2, 3), Arbitraries.integers().between(1, 9));
  }

  @Provide
  Arbitrary<Sizes> dense() {
    return sizes(grids(2, 1), Arbitraries.just(1), Arbitraries.integers().between(1, 9));
  }

  private static Arbitrary<Grid> grids(int mostStride, int mostDilation) {
    Arbitrary<Integer> window = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> stride = Arbitraries.integers().between(1, mostStride);
    Arbitrary<Integer> dilation = Arbitraries.integers().between(1, mostDilation);
    return Combinators.combine(window, window, stride, stride, dilation, dilation)
        .as(
            (height, width, strideHeight, strideWidth, dilationHeight, dilationWidth) ->
                new Grid(
                    height,
                    width,
                    strideHeight,
                    strideWidth,
                    (height - 1) * dilationHeight / 2,
                    width - 1,
                    dilationHeight,
                    dilationWidth,
                    Grid.Rounding.DOWN));
  }

  private static Arbitrary<Sizes> sizes(
      Arbitrary<Grid> grids, Arbitrary<Integer> groups, Arbitrary<Integer> perGroup) {
    Arbitrary<Integer> filters = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> extent = Arbitraries.integers().between(7, 12);
    return Combinators.combine(grids, groups, perGroup, filters, extent, extent).as(Sizes::new);
  }

  private static Array drawn(Shape shape, String name) {
    return drawn(shape, PASSES, name);
  }

  private static Array drawn(Shape shape, int passes, String name) {
    RandomStream stream = RandomStream.of(1).child(name);
    Array array = Array.allocate(shape, passes);
    for (int i = 0; i < passes * array.size(); i++) {
      array.put(i, (float) (stream.uniform(i) - 0.5));
    }
    return array;
  }

  private static void assertAlike(Array found, double[] expected) {
    assertThat((long) found.passes() * found.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found.at(i)).isCloseTo(expected[i], within(TOLERANCE));
    }
    found.storage().release();
  }

  private static void release(Array... arrays) {
    for (Array array : arrays) {
      array.storage().release();
    }
  }

  /// Every product of the convolution, one by one.
  private record Loops(double[] result, double[] gradX, double[] gradWeight) {
    static Loops of(Sizes sizes, Array x, Array weight, Array gradOutput) {
      int outputs = (int) sizes.result().elements();
      Loops loops =
          new Loops(
              new double[PASSES * outputs],
              new double[PASSES * x.size()],
              new double[weight.size()]);
      for (int i = 0; i < PASSES * outputs; i++) {
        int rest = i;
        int column = rest % sizes.result().size(3);
        rest /= sizes.result().size(3);
        int row = rest % sizes.result().size(2);
        rest /= sizes.result().size(2);
        int filter = rest % sizes.result().size(1);
        loops.place(
            sizes, x, weight, gradOutput, i, rest / sizes.result().size(1), filter, row, column);
      }
      return loops;
    }

    private void place(
        Sizes sizes,
        Array x,
        Array weight,
        Array gradOutput,
        int output,
        int image,
        int filter,
        int row,
        int column) {
      int window = sizes.grid.height() * sizes.grid.width();
      for (int i = 0; i < sizes.perGroup * window; i++) {
        int channel = filter / sizes.filters * sizes.perGroup + i / window;
        int seenRow = sizes.grid.row(row, i % window / sizes.grid.width());
        int seenColumn = sizes.grid.column(column, i % sizes.grid.width());
        if (seenRow < 0 || seenRow >= sizes.rows || seenColumn < 0 || seenColumn >= sizes.columns) {
          continue;
        }
        int plane = image * sizes.groups * sizes.perGroup + channel;
        int pixel = (plane * sizes.rows + seenRow) * sizes.columns + seenColumn;
        int at = filter * sizes.perGroup * window + i;
        result[output] += (double) x.at(pixel) * weight.at(at);
        gradX[pixel] += (double) gradOutput.at(output) * weight.at(at);
        gradWeight[at] += (double) gradOutput.at(output) * x.at(pixel);
      }
    }
  }
}
