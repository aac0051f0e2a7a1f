package org.modescope.autograd.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShuffleTest {
  /// What PyTorch 1.13 gave for the rows 0 to 9.
  @Test
  void epochsAreThoseOfADataLoaderWithAGeneratorOfItsOwn() {
    Shuffle shuffle = new Shuffle(42, 10);

    assertThat(shuffle.next()).containsExactly(6, 5, 4, 0, 8, 9, 2, 1, 3, 7);
    assertThat(shuffle.next()).containsExactly(3, 6, 5, 8, 9, 4, 2, 0, 7, 1);
    assertThat(shuffle.next()).containsExactly(7, 4, 5, 0, 9, 1, 3, 2, 8, 6);
  }

  @Test
  void oneRowHasOneOrder() {
    Shuffle shuffle = new Shuffle(1, 1);

    assertThat(shuffle.next()).containsExactly(0);
    assertThat(shuffle.next()).containsExactly(0);
  }
}
