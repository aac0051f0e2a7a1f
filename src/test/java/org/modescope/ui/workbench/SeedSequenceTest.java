package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedSequenceTest {

  @Test
  void sameSeedsFollowTheSameStart() {
    assertThat(SeedSequence.after(42)).isEqualTo(SeedSequence.after(42)).isNotEqualTo(42);
  }

  @Test
  void everySeedComesBeforeOneComesAgain() {
    Set<Long> seen = new HashSet<>();
    long seed = 42;
    for (int press = 0; press < 10_000; press++) {
      seed = SeedSequence.after(seed);
      seen.add(seed);
    }

    assertThat(seen).hasSize(10_000).allMatch(each -> each >= 0 && each < 10_000);
  }

  @Test
  void anySeedIsAStart() {
    assertThat(SeedSequence.after(Long.MIN_VALUE)).isBetween(0L, 9_999L);
    assertThat(SeedSequence.after(Long.MAX_VALUE)).isBetween(0L, 9_999L);
  }
}
