package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.measure.OutputAccumulator;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.TraceBuilder;

/// Long series are thinned for charts without hiding anything.
class ThinningTest {

  @Property(tries = 50)
  void traceStaysShortAndKeepsItsExtremesAndItsEnd(
      @ForAll @IntRange(min = 1, max = 9000) int passes, @ForAll long seed) {
    RandomStream random = RandomStream.of(seed);
    TraceBuilder builder = new TraceBuilder(new float[] {0});
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    float last = 0;
    for (int pass = 0; pass < passes; pass++) {
      last = (float) random.normal(pass);
      lowest = Math.min(lowest, last);
      highest = Math.max(highest, last);
      builder.set(0, last);
      builder.endPass();
    }

    List<RunningStatistics.Stretch> stretches = builder.trace().stretches();

    assertThat(stretches).hasSizeLessThanOrEqualTo(RunningStatistics.Trace.STRETCH_LIMIT);
    assertThat(stretches.getLast().lastPass()).isEqualTo(passes);
    assertThat(stretches.getLast().last()[0]).isEqualTo(last);
    assertThat(stretches).extracting(stretch -> stretch.minimum()[0]).contains(lowest);
    assertThat(stretches).extracting(stretch -> stretch.maximum()[0]).contains(highest);
  }

  @Property(tries = 50)
  void outputSummaryIsThatOfAllPasses(
      @ForAll @Size(min = 2, max = 700)
          List<@net.jqwik.api.constraints.FloatRange(min = -100, max = 100) Float> values) {
    OutputAccumulator accumulator = new OutputAccumulator(Shape.of(1));
    values.forEach(value -> accumulator.add(new float[] {value}));

    OutputVariance summary = accumulator.summary(Optional.empty());

    double mean = values.stream().mapToDouble(Float::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    boolean same = values.stream().map(Float::floatToRawIntBits).distinct().count() == 1;
    assertThat(summary.mean()[0]).isCloseTo(mean, offset(1e-6));
    assertThat(summary.standardDeviation()[0])
        .isCloseTo(Math.sqrt(squares / (values.size() - 1)), offset(1e-5));
    assertThat(summary.identical()).isEqualTo(same);
    assertThat(summary.distinct())
        .isEqualTo((int) values.stream().map(Float::floatToRawIntBits).distinct().count());
    assertThat(summary.minimum()[0]).isEqualTo(values.stream().min(Float::compare).orElseThrow());
    assertThat(summary.samples()).hasSizeBetween(1, OutputVariance.SAMPLE_LIMIT);
    assertThat(summary.samples().getFirst().pass()).isZero();
  }
}
