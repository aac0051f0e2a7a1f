package org.modescope.autograd.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.autograd.random.KnownAnswers.checksum;
import static org.modescope.autograd.random.KnownAnswers.hex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.random.KnownAnswers.Line;

/// The generator draws what three builds of PyTorch drew.
class KnownAnswersTest {
  static List<Line> words() {
    return KnownAnswers.startingWith("random()");
  }

  @ParameterizedTest
  @MethodSource("words")
  void wordsAreThoseOfTheMersenneTwister(Line line) {
    Generator generator = Generator.seeded(line.seed());

    String found = "random()";
    for (int i = 0; i < 4; i++) {
      found += " " + Integer.toUnsignedString(generator.random());
    }

    assertThat(found).isEqualTo(line.text());
  }

  static List<Line> normals() {
    return KnownAnswers.startingWith("randn(");
  }

  @ParameterizedTest
  @MethodSource("normals")
  void normalsAreThoseOfRandn(Line line) {
    int n = Integer.parseInt(line.text().substring(6, line.text().indexOf(')')));
    float[] values = new float[n];

    Generator.seeded(line.seed()).normal(values);

    String first = "";
    for (int i = 0; i < Math.min(3, n); i++) {
      first += hex(values[i]) + " ";
    }
    assertThat(
            String.format(
                Locale.ROOT,
                "randn(%d) %s... last %s crc %s",
                n,
                first,
                hex(values[n - 1]),
                checksum(values)))
        .isEqualTo(line.text());
  }

  static List<Line> permutations() {
    return KnownAnswers.startingWith("randperm(10)");
  }

  @ParameterizedTest
  @MethodSource("permutations")
  void permutationsAreThoseOfRandperm(Line line) {
    int[] order = Generator.seeded(line.seed()).permutation(10);

    assertThat("randperm(10) " + Arrays.toString(order)).isEqualTo(line.text());
  }

  /// The lines of one seed are calls one after another.
  @Test
  void masksAreThoseOfDropoutOverOnes() {
    List<Line> lines = KnownAnswers.startingWith("dropout");
    assertThat(lines).hasSize(6 * 12);
    Map<Long, Generator> generators = new HashMap<>();
    for (Line line : lines) {
      Generator generator = generators.computeIfAbsent(line.seed(), Generator::seeded);
      double p = Double.parseDouble(line.after("p="));
      int n = Integer.parseInt(line.after("n="));
      float survivor = 1 / (float) (1 - p);

      float[] mask = factors(generator.trials(1 - p), n, survivor);

      int kept = 0;
      for (float factor : mask) {
        kept += factor == 0 ? 0 : 1;
      }
      assertThat(
              String.format(
                  Locale.ROOT,
                  "dropout p=%s n=%d %s%s kept %d value %s crc %s",
                  p,
                  n,
                  bits(Arrays.copyOf(mask, Math.min(n, 20))),
                  n > 20 ? "..." : "",
                  kept,
                  hex(survivor),
                  checksum(mask)))
          .as("seed %d", line.seed())
          .isEqualTo(line.text());
    }
  }

  static List<Line> legacy() {
    return KnownAnswers.startingWith("legacy MKL");
  }

  @ParameterizedTest
  @MethodSource("legacy")
  void masksOfOlderBuildsAreThoseOfMkl(Line line) {
    Generator generator = Generator.seeded(line.seed(), Dialect.PYTORCH_MKL);

    String found =
        String.format(
            Locale.ROOT,
            "p=.5 n=20 %s then n=20 %s p=.1 n=20 %s",
            mask(generator, 0.5, 20),
            mask(generator, 0.5, 20),
            mask(generator, 0.1, 20));

    assertThat(line.text()).endsWith(found);
  }

  /// What readers of a book saw on their machines: on Linux up to 2.3, and on a Mac.
  @Test
  void masksAreThoseThatReadersSaw() {
    assertThat(mask(Generator.seeded(123, Dialect.PYTORCH_MKL), 0.5, 36))
        .isEqualTo("111111010000001010110001100001010000");
    assertThat(mask(Generator.seeded(123), 0.5, 36))
        .isEqualTo("110110000101111101011001010101011110");
  }

  private static String mask(Generator generator, double p, int n) {
    return bits(factors(generator.trials(1 - p), n, 1));
  }

  private static float[] factors(Trials trials, int n, float survivor) {
    int[] bits = new int[n];
    trials.fill(bits, n, survivor);
    float[] factors = new float[n];
    for (int i = 0; i < n; i++) {
      factors[i] = Float.intBitsToFloat(bits[i]);
    }
    return factors;
  }

  private static String bits(float[] mask) {
    StringBuilder bits = new StringBuilder();
    for (float factor : mask) {
      bits.append(factor == 0 ? '0' : '1');
    }
    return bits.toString();
  }
}
