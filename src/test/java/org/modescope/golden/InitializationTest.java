package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

/// Fresh layers are drawn from the distribution that PyTorch draws them from.
class InitializationTest {
  private static final int DRAWS = 300;

  /// Standard errors that a fair sample may be away; six are exceeded once in 10⁹.
  private static final double STANDARD_ERRORS = 6;

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("init").filter(golden -> golden.json().has("bound"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parametersAreUniformWithinPyTorchsBound(GoldenCase golden) {
    double bound = golden.json().get("bound").asDouble();
    for (String name : new String[] {"weight", "bias"}) {
      JsonNode measured = golden.json().get(name);
      if (measured == null) {
        continue;
      }
      double[] sample = sample(golden, name);

      double mean = mean(sample);
      double variance =
          mean(
              IntStream.range(0, sample.length)
                  .mapToDouble(i -> (sample[i] - mean) * (sample[i] - mean))
                  .toArray());
      double standardError = bound / Math.sqrt(3 * (double) sample.length);
      assertThat(mean).as("mean of %s", name).isCloseTo(0, offset(STANDARD_ERRORS * standardError));
      assertThat(variance / (bound * bound / 3))
          .as("variance of %s over that of the distribution", name)
          .isCloseTo(1, offset(STANDARD_ERRORS * Math.sqrt(0.8 / sample.length)));
      for (double value : sample) {
        assertThat(Math.abs(value)).as(name).isLessThanOrEqualTo(bound * (1 + 1e-7));
      }
    }
  }

  private static double[] sample(GoldenCase golden, String name) {
    return IntStream.range(0, DRAWS)
        .mapToObj(seed -> parameter(golden, name, seed))
        .flatMapToDouble(values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]))
        .toArray();
  }

  private static float[] parameter(GoldenCase golden, String name, int seed) {
    try (Sequential net = NetworkBuilder.build(golden.network(), Mode.TRAIN, seed)) {
      String key = golden.network().getFirst().name() + "." + name;
      return net.parameters().get(key).values();
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
