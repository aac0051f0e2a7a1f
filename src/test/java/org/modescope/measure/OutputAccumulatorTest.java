package org.modescope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;

/// What is summed up pass by pass is what all outputs together have.
class OutputAccumulatorTest {
  private static final double TOLERANCE = 1e-9;

  @Property(tries = 100)
  void sumsExtremesAndCountsAreThoseOfAllOutputs(
      @ForAll @IntRange(min = 1, max = 3000) int elements,
      @ForAll @IntRange(min = 2, max = 8) int passes,
      @ForAll @IntRange(min = 1, max = 3) int kinds,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<float[]> drawn = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      drawn.add(normals(elements, random));
    }
    OutputAccumulator accumulator = new OutputAccumulator(Shape.of(elements));
    List<float[]> outputs = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    for (int pass = 0; pass < passes; pass++) {
      int kind = random.nextInt(kinds);
      used.add(kind);
      outputs.add(drawn.get(kind));
      accumulator.add(drawn.get(kind));
    }

    OutputVariance summary = accumulator.summary(Optional.empty());

    assertThat(summary.distinct()).isEqualTo(used.size());
    assertThat(summary.identical()).isEqualTo(used.size() == 1);
    assertThat(accumulator.firstNonFinite()).isEmpty();
    for (int i : new int[] {0, elements / 2, elements - 1}) {
      double[] values = values(outputs, i);
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
      assertThat(summary.mean()[i]).isCloseTo(mean, offset(TOLERANCE));
      assertThat(summary.standardDeviation()[i])
          .isCloseTo(Math.sqrt(squares / (passes - 1)), offset(1e-6));
      assertThat((double) summary.minimum()[i])
          .isEqualTo(Arrays.stream(values).min().orElseThrow());
      assertThat((double) summary.maximum()[i])
          .isEqualTo(Arrays.stream(values).max().orElseThrow());
    }
  }

  @Test
  void theFirstPassThatIsNotFiniteIsFound() {
    OutputAccumulator accumulator = new OutputAccumulator(Shape.of(2000));
    float[] output = new float[2000];
    accumulator.add(output);
    float[] infinite = output.clone();
    infinite[1500] = Float.NEGATIVE_INFINITY;
    accumulator.add(infinite);
    float[] unknown = output.clone();
    unknown[3] = Float.NaN;
    accumulator.add(unknown);

    assertThat(accumulator.firstNonFinite()).hasValue(1);
  }

  @Test
  void zerosOfEitherSignAreDistinctOutputs() {
    OutputAccumulator accumulator = new OutputAccumulator(Shape.of(1));
    accumulator.add(new float[] {0f});
    accumulator.add(new float[] {-0f});

    OutputVariance summary = accumulator.summary(Optional.empty());

    assertThat(summary.distinct()).isEqualTo(2);
    assertThat(summary.identical()).isFalse();
  }

  private static float[] normals(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double[] values(List<float[]> outputs, int element) {
    return outputs.stream().mapToDouble(output -> output[element]).toArray();
  }
}
