package org.modescope.ui.chart;

import org.modescope.words.Numbers;

/// The distance between ticks on an axis of bytes: round in the unit that its labels use.
///
/// @param unitBytes how many bytes the unit has
/// @param unit its name
/// @param step how many units there are between ticks
public record ByteStep(long unitBytes, String unit, TickStep step) {

  /// The step that puts no more than so many ticks on an axis of this many bytes.
  public static ByteStep of(double bytes, int mostTicks) {
    if (bytes < 10_000) {
      return new ByteStep(1, "B", TickStep.whole(bytes, mostTicks));
    }
    long unitBytes = 1024;
    for (String unit : new String[] {"KiB", "MiB", "GiB"}) {
      if (bytes < 1024.0 * unitBytes) {
        return new ByteStep(unitBytes, unit, TickStep.of(bytes / unitBytes, mostTicks));
      }
      unitBytes *= 1024;
    }
    return new ByteStep(unitBytes, "TiB", TickStep.of(bytes / unitBytes, mostTicks));
  }

  /// The distance in bytes.
  public double bytes() {
    return step.size() * unitBytes;
  }

  public String label(double bytes, Numbers numbers) {
    return bytes == 0 ? "0" : step.label(bytes / unitBytes, numbers) + " " + unit;
  }
}
