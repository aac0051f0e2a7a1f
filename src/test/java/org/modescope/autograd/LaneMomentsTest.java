package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Moments that are computed side by side have the bits of those that are computed one after
/// another, in PyTorch's order.
class LaneMomentsTest {
  private static final double EPSILON = 1e-5;
  private static final float[] SCALES = {1, 1, 1e-20f, 1e19f, 3e38f};

  @Property(tries = 150)
  void oneRunHasTheBitsOfThePlainOrder(
      @ForAll @IntRange(min = 1, max = 9000) int length, @ForAll long seed) {
    float[] values = numbers(length, seed);

    try (Arena _ = Arena.open()) {
      Array x = Array.of(values, Shape.of(length));
      Moments found = new LaneMoments().of(x, 0, length, EPSILON);
      x.storage().release();

      assertSameBits(found, PlainMoments.of(values, 0, length, EPSILON));
    }
  }

  @Property(tries = 150)
  void shortRowsHaveTheBitsOfThePlainOrder(
      @ForAll @IntRange(min = 1, max = 135) int length,
      @ForAll @IntRange(min = 1, max = 15) int rows,
      @ForAll long seed) {
    float[] values = numbers(rows * length, seed);
    ShortMoments found = new ShortMoments(length, rows);

    found.compute(values, rows, EPSILON);

    for (int row = 0; row < rows; row++) {
      assertSameBits(
          new Moments(found.means()[row], found.inverses()[row]),
          PlainMoments.of(values, row * length, length, EPSILON));
    }
  }

  private static void assertSameBits(Moments found, Moments expected) {
    assertThat(Float.compare(found.mean(), expected.mean())).isZero();
    assertThat(Float.compare(found.inverseDeviation(), expected.inverseDeviation())).isZero();
  }

  /// Far from 0, very small or very large; now and then not finite.
  private static float[] numbers(int count, long seed) {
    Random random = new Random(seed);
    float scale = SCALES[random.nextInt(SCALES.length)];
    float middle = 5 * random.nextInt(3);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = middle + scale * (float) random.nextGaussian();
    }
    if (random.nextInt(5) == 0) {
      numbers[random.nextInt(count)] = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
    }
    return numbers;
  }
}
