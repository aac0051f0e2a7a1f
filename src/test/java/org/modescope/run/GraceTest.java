package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GraceTest {
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong clock = new AtomicLong(-5);
  private final Grace grace = new Grace(stopped::get, clock::get);

  @Test
  void lastsAsLongAsNobodyStops() {
    clock.set(Long.MAX_VALUE);

    assertThat(grace.getAsBoolean()).isFalse();
    assertThat(grace.allows(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void isOverSoonAfterAStopWasSeen() {
    stopped.set(true);
    assertThat(grace.getAsBoolean()).isFalse();
    clock.addAndGet(Grace.NANOS - 1);
    assertThat(grace.getAsBoolean()).isFalse();
    clock.addAndGet(1);

    assertThat(grace.getAsBoolean()).isTrue();
  }

  @Test
  void stoppedTrainingHasNoTimeForWhatTakesLong() {
    stopped.set(true);

    assertThat(grace.allows(Grace.NANOS / 2)).isTrue();
    assertThat(grace.allows(Grace.NANOS)).isFalse();
  }
}
