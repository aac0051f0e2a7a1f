package org.modescope.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// How long this process has been running, the launcher and the JVM's own start included.
public final class ProcessClock {
  /// Linux counts a process's start in hundredths of a second, whatever its own clock ticks in.
  private static final int TICK_MILLIS = 10;

  /// The start time's place among the words after the process's name.
  private static final int START_TIME_WORD = 19;

  private ProcessClock() {}

  /// The time since the process was started; on Linux to some 10 ms.
  public static Duration elapsed() {
    if (OperatingSystem.current() == OperatingSystem.LINUX) {
      try {
        return elapsed(
            Files.readString(Path.of("/proc/self/stat")),
            Files.readString(Path.of("/proc/uptime")));
      } catch (IOException hidden) {
        return sinceStartInstant();
      }
    }
    return sinceStartInstant();
  }

  /// What Linux says of a process, set against how long the machine has been up.
  ///
  /// Java's own start instant is no use there: it counts from a boot time in whole seconds.
  static Duration elapsed(String stat, String uptime) {
    String afterName = stat.substring(stat.lastIndexOf(')') + 2);
    long startTicks = Long.parseLong(afterName.split(" ")[START_TIME_WORD]);
    double upSeconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofMillis(Math.round(upSeconds * 1000) - startTicks * TICK_MILLIS);
  }

  private static Duration sinceStartInstant() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }
}
