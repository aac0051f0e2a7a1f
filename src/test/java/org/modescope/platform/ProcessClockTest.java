package org.modescope.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessClockTest {
  @Test
  void linuxCountsFromTheStartOfTheProcess() {
    String stat =
        "42 (a (strange) name) S 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 9 0 123456 7 8";

    assertThat(ProcessClock.elapsed(stat, "1240.06 2000.00"))
        .isEqualTo(Duration.ofMillis(1_240_060 - 1_234_560));
  }

  @Test
  void theProcessIsOlderThanItsVirtualMachine() {
    Duration machine = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());

    assertThat(ProcessClock.elapsed()).isBetween(machine.minusMillis(20), machine.plusSeconds(60));
  }
}
