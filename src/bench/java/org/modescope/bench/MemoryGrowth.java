package org.modescope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.modescope.measure.Observation;

/// How much memory the process took during a long run of SimpleNet, counted after the first passes.
///
/// @param nanos how long the run took
/// @param settledBytes resident when the first passes were done
/// @param endBytes resident at the end
/// @param peakBytes the most that was seen in between
record MemoryGrowth(long nanos, long settledBytes, long endBytes, long peakBytes) {
  private static final int SETTLING_PASSES = 10_000;
  private static final Path STATUS = Path.of("/proc/self/status");

  static MemoryGrowth measure(int passes) {
    long[] settled = {0};
    long[] peak = {0};
    long started = System.nanoTime();
    try (WarmRunner runner = new WarmRunner(Nets.simpleNet())) {
      runner.run(
          passes,
          observation -> {
            if (settled[0] == 0 && hasSettled(observation)) {
              settled[0] = residentBytes();
            }
            peak[0] = Math.max(peak[0], residentBytes());
          });
    }
    return new MemoryGrowth(System.nanoTime() - started, settled[0], residentBytes(), peak[0]);
  }

  /// How much more was resident at the most than when the first passes were done.
  long growthBytes() {
    return peakBytes - settledBytes;
  }

  String toJson() {
    return String.format(
        Locale.ROOT,
        "{\"nanos\": %d, \"settledBytes\": %d, \"endBytes\": %d, \"growthBytes\": %d}",
        nanos,
        settledBytes,
        endBytes,
        growthBytes());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d s, %d MB resident, then %+d MB",
        TimeUnit.NANOSECONDS.toSeconds(nanos),
        settledBytes >> 20,
        growthBytes() >> 20);
  }

  private static boolean hasSettled(Observation observation) {
    return observation.progress().done() >= SETTLING_PASSES;
  }

  /// What Linux counts as resident.
  private static long residentBytes() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
