package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Learned slopes, short runs and long ones, against the definition.
class LearnedReluTest {
  private static final float[] UNUSUAL = {
    0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE
  };

  @Property(tries = 60)
  void everyElementIsMultipliedByOneOrByItsSlope(
      @ForAll @IntRange(min = 1, max = 40) int samples,
      @ForAll @IntRange(min = 1, max = 70) int channels,
      @ForAll @IntRange(min = 1, max = 90) int inner,
      @ForAll boolean isShared,
      @ForAll long seed) {
    Random random = new Random(seed);
    Shape shape = inner == 1 ? Shape.of(samples, channels) : Shape.of(samples, channels, inner);
    float[] x = numbers(random, samples * channels * inner);
    float[] slopes = numbers(random, isShared ? 1 : channels);
    float[] incoming = numbers(random, x.length);
    float[] expected = new float[x.length];
    float[] expectedGradient = new float[x.length];
    double[] expectedSlopes = new double[slopes.length];
    for (int i = 0; i < x.length; i++) {
      int channel = isShared ? 0 : i / inner % channels;
      expected[i] = x[i] > 0 ? x[i] : x[i] * slopes[channel];
      expectedGradient[i] = x[i] > 0 ? incoming[i] : incoming[i] * slopes[channel];
      expectedSlopes[channel] += x[i] > 0 ? 0 : (double) x[i] * incoming[i];
    }

    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(shape, x).requireGrad(true);
      Tensor weight = Tensor.input(Shape.of(slopes.length), slopes).requireGrad(true);
      Tensor y = input.learnedRelu(weight);
      y.backward(incoming);

      assertThat(y.values()).isEqualTo(expected);
      assertThat(gradient(input)).isEqualTo(expectedGradient);
      float[] ofSlopes = gradient(weight);
      for (int i = 0; i < slopes.length; i++) {
        float sum = (float) expectedSlopes[i];
        if (Float.isFinite(sum)) {
          assertThat(ofSlopes[i]).isCloseTo(sum, offset(1e-4f));
        } else {
          assertThat(Float.compare(ofSlopes[i], sum)).isZero();
        }
      }
    }
  }

  private static float[] gradient(Tensor tensor) {
    return Objects.requireNonNull(tensor.grad()).values();
  }

  /// Now and then unusual ones.
  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    boolean areUnusual = random.nextInt(3) == 0;
    for (int i = 0; i < count; i++) {
      numbers[i] =
          areUnusual && random.nextInt(20) == 0
              ? UNUSUAL[random.nextInt(UNUSUAL.length)]
              : (float) random.nextGaussian();
    }
    return numbers;
  }
}
