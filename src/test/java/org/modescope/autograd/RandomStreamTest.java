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
}
