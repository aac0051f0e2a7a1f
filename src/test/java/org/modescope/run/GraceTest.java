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
}
