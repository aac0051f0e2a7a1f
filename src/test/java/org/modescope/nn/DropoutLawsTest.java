package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.modescope.autograd.Arena;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;

/// What holds on average over many passes of a dropout layer.
class DropoutLawsTest {
  private static final int PASSES = 3000;

  /// Standard errors that a fair sample may be away; six are exceeded once in 10⁹.
  private static final double STANDARD_ERRORS = 6;

  /// What single precision adds to a sampling error that may be small.
  private static final double ROUNDING = 1e-4;

  /// Samples, channels and positions: each kind of dropout takes it.
  private static final Shape SHAPE = Shape.of(2, 3, 2);

  /// With q = 1 − p an element becomes 0 or x/q, so its mean is x and its variance x²p/q.
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void meanIsTheInputAndVarianceIsItsSquareTimesTheOdds(
      @ForAll("kinds") Kind kind,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double p,
      @ForAll long seed) {
    float[] x = normals(SHAPE, seed);
    double[] sums = new double[x.length];
    double[] squares = new double[x.length];

    try (Arena _ = Arena.open();
        Layer layer = kind.layer("dropout", p)) {
      Tensor input = Tensor.input(SHAPE, x);
      Draws draws = Draws.seeded(seed);
      layer.apply(input, Passes.of(0, 1, draws));
      layer
          .apply(input.forPasses(PASSES), Passes.of(1, PASSES, draws))
          .forEachPass(
              y -> {
                for (int i = 0; i < y.length; i++) {
                  sums[i] += y[i];
                  squares[i] += (double) y[i] * y[i];
                }
              });
    }

    double kurtosis = (1 - 3 * p * (1 - p)) / (p * (1 - p));
    for (int i = 0; i < x.length; i++) {
      double mean = sums[i] / PASSES;
      double variance = squares[i] / PASSES - mean * mean;
      double expected = (double) x[i] * x[i] * p / (1 - p);
      assertThat(mean)
          .as("mean of element %d", i)
          .isCloseTo(x[i], offset(STANDARD_ERRORS * Math.sqrt(expected / PASSES) + ROUNDING));
      // The mean that is subtracted is off by a standard error, too: 1/PASSES of the variance.
      assertThat(variance)
          .as("variance of element %d", i)
          .isCloseTo(
              expected,
              offset(
                  STANDARD_ERRORS * expected * Math.sqrt(Math.abs(kurtosis - 1) / PASSES)
                      + 36 * expected / PASSES
                      + ROUNDING));
    }
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void channelDropoutKeepsOrDropsWholeChannels(
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double p, @ForAll long seed) {
    float[] ones = new float[(int) SHAPE.elements()];
    java.util.Arrays.fill(ones, 1);
    float survivor = 1 / (float) (1 - p);

    try (Arena _ = Arena.open();
        Layer layer = Kind.DROPOUT_1D.layer("dropout", p)) {
      float[] y =
          layer.apply(Tensor.input(SHAPE, ones), Passes.of(0, 1, Draws.seeded(seed))).values();

      for (int i = 0; i < y.length; i += 2) {
        assertThat(y[i]).isIn(0f, survivor);
        assertThat(y[i + 1]).isEqualTo(y[i]);
      }
    }
  }

  /// G. Klambauer et al.: what comes in with mean 0 and variance 1 goes out so.
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void alphaDropoutKeepsMeanZeroAndVarianceOne(
      @ForAll @DoubleRange(min = 0.05, max = 0.6) double p, @ForAll long seed) {
    Shape many = Shape.of(40_000);
    double sum = 0;
    double square = 0;

    try (Arena _ = Arena.open();
        Layer layer = new AlphaDropout("dropout", p)) {
      Tensor input = Tensor.input(many, normals(many, seed));
      for (float y : layer.apply(input, Passes.of(0, 1, Draws.seeded(seed))).values()) {
        sum += y;
        square += (double) y * y;
      }
    }

    assertThat(sum / many.elements()).isCloseTo(0, offset(0.03));
    assertThat(square / many.elements()).isCloseTo(1, offset(0.08));
  }

  @Provide
  Arbitrary<Kind> kinds() {
    return Arbitraries.of(Kind.class);
  }

  /// The layers that multiply by 0 or 1/(1 − p).
  enum Kind {
    DROPOUT,
    DROPOUT_1D,
    DROPOUT_2D,
    FUNCTIONAL_DROPOUT;

    Layer layer(String path, double p) {
      return switch (this) {
        case DROPOUT -> new Dropout(path, p, Target.FRESH);
        case DROPOUT_1D -> new Dropout1d(path, p, Target.FRESH);
        case DROPOUT_2D -> new Dropout2d(path, p, Target.FRESH);
        case FUNCTIONAL_DROPOUT -> new FunctionalDropout(path, p);
      };
    }
  }

  private static float[] normals(Shape shape, long seed) {
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) RandomStream.of(seed).child("input").normal(i);
    }
    return values;
  }
}
