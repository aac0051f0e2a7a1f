package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int MANY = 200_000;

  /// The expected numbers were worked out by another program from the published definition of
  /// SplitMix64.
  @Test
  void drawsAreTheSameOnEveryMachineAndInEveryVersion() {
    RandomStream stream = RandomStream.of(42).child("dropout").child("fc1").child(7);

    assertThat(stream.bits(0)).isEqualTo(-418394248743357015L);
    assertThat(stream.bits(1_000_000)).isEqualTo(9106851675158936267L);
    assertThat(stream.normal(3)).isCloseTo(1.3635881977093882, offset(1e-15));
  }

  @Test
  void seedsNamesAndNumbersGiveDifferentStreams() {
    RandomStream stream = RandomStream.of(1);

    assertThat(stream.child("a").bits(0)).isNotEqualTo(stream.child("b").bits(0));
    assertThat(stream.child(0).bits(0)).isNotEqualTo(stream.child(1).bits(0));
    assertThat(stream.bits(0)).isNotEqualTo(RandomStream.of(2).bits(0));
  }

  @Test
  void normalDrawsHaveMeanZeroAndVarianceOne() {
    RandomStream stream = RandomStream.of(5).child("normal");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      sum += stream.normal(i);
      squares += stream.normal(i) * stream.normal(i);
    }

    assertThat(sum / MANY).isCloseTo(0, offset(6 / Math.sqrt(MANY)));
    assertThat(squares / MANY).isCloseTo(1, offset(6 * Math.sqrt(2.0 / MANY)));
  }

  @Test
  void dropoutMaskZeroesWithProbabilityPAndScalesTheRest() {
    try (Arena _ = Arena.open()) {
      double p = 0.2;
      Tensor mask = DropoutMask.draw(Shape.of(MANY + 1), RandomStream.of(9), 0, 1, p);

      int zeros = 0;
      for (float factor : mask.values()) {
        assertThat(factor).isIn(0f, 1.25f);
        zeros += factor == 0 ? 1 : 0;
      }

      assertThat((double) zeros / MANY).isCloseTo(p, offset(6 * Math.sqrt(p * (1 - p) / MANY)));
    }
  }

  @Test
  void neighbouringPassesDrawIndependentMasks() {
    try (Arena _ = Arena.open()) {
      Tensor masks = DropoutMask.draw(Shape.of(MANY), RandomStream.of(9), 0, 2, 0.5);
      float[] first = masks.values(0);
      float[] second = masks.values(1);

      double agreeing = 0;
      for (int i = 0; i < MANY; i++) {
        agreeing += first[i] == second[i] ? 1 : 0;
      }

      assertThat(agreeing / MANY).isCloseTo(0.5, offset(6 * 0.5 / Math.sqrt(MANY)));
    }
  }
}
