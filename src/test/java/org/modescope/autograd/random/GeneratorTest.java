package org.modescope.autograd.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {
  @Test
  void aCopyDrawsOnFromWhereItWasMade() {
    Generator generator = Generator.seeded(7);
    generator.normal(new float[3]);

    Generator copy = generator.copy();

    float[] drawn = new float[2000];
    float[] again = new float[2000];
    generator.normal(new float[1]);
    generator.uniform(drawn, -1, 1);
    copy.normal(new float[1]);
    copy.uniform(again, -1, 1);
    assertThat(again).isEqualTo(drawn);
  }

  @Test
  void theSecondNormalOfAPairIsKeptAcrossOtherDraws() {
    Generator generator = Generator.seeded(42);
    float[] pair = new float[2];
    Generator.seeded(42).normal(pair);
    float[] first = new float[1];
    float[] second = new float[1];

    generator.normal(first);
    generator.normal(new float[32]);
    generator.uniform(new float[5], 0, 1);
    generator.normal(second);

    assertThat(first[0]).isEqualTo(pair[0]);
    assertThat(second[0]).isEqualTo(pair[1]);
  }

  @ParameterizedTest
  @CsvSource({"4294967301, 5", "-1, 4294967295", "-9223372036854775808, 0"})
  void onlyTheLowerHalfOfASeedCounts(long seed, long alike) {
    assertThat(Generator.seeded(seed).random64()).isEqualTo(Generator.seeded(alike).random64());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "623", "624", "625", "5000"})
  void skippingIsDrawing(int count) {
    Generator drawing = Generator.seeded(3);
    Generator skipping = Generator.seeded(3);
    IntStream.range(0, count).forEach(_ -> drawing.random());

    skipping.skip(count);

    assertThat(skipping.random64()).isEqualTo(drawing.random64());
  }

  /// An odd number of words before them leaves one word of a pair at the end of those made at once.
  @Test
  void trialsAreTheSameInPiecesAndAcrossRefills() {
    for (int before = 0; before < 3; before++) {
      Generator whole = Generator.seeded(5);
      Generator pieces = Generator.seeded(5);
      whole.skip(before);
      pieces.skip(before);
      int[] all = new int[1000];
      whole.trials(0.7).fill(all, 1000, 2);
      Trials trials = pieces.trials(0.7);
      int[] piece = new int[7];
      for (int i = 0; i + 7 <= 1000; i += 7) {
        trials.fill(piece, 7, 2);
        assertThat(piece).isEqualTo(java.util.Arrays.copyOfRange(all, i, i + 7));
      }
      assertThat(oneByOne(before)).isEqualTo(all);
    }
  }

  private static int[] oneByOne(int before) {
    Generator generator = Generator.seeded(5);
    generator.skip(before);
    int[] all = new int[1000];
    for (int i = 0; i < all.length; i++) {
      all[i] = generator.uniform() < 0.7 ? Float.floatToRawIntBits(2) : 0;
    }
    return all;
  }

  /// Bits that PyTorch's vectorised functions gave.
  @ParameterizedTest
  @CsvSource({
    "log, 0.3, bf9a1bc8",
    "log, 5.9604645E-8, c1851592",
    "sin, 2.5, 3f193579",
    "cos, 2.5, bf4d17bf",
    "sin, 5.9, bebf6cc0",
    "cos, 5.9, 3f6d6f3b"
  })
  void functionsRoundAsPyTorchs(String function, float x, String bits) {
    float value =
        switch (function) {
          case "log" -> Cephes.log(x);
          case "sin" -> Cephes.sin(x);
          default -> Cephes.cos(x);
        };

    assertThat(KnownAnswers.hex(value)).isEqualTo(bits);
  }
}
