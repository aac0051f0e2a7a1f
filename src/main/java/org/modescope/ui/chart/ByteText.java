package org.modescope.ui.chart;

import java.util.Locale;

/// Sizes of memory as people read them: exact below 10 000 bytes, then in binary units with one
/// decimal.
public final class ByteText {
  private static final long EXACT_BELOW = 10_000;

  private ByteText() {}

  public static String of(long bytes) {
    if (bytes < EXACT_BELOW) {
      return NumberText.of(bytes) + " B";
    }
    double size = bytes / 1024.0;
    for (String unit : new String[] {"KiB", "MiB", "GiB"}) {
      if (size < 1023.95) {
        return String.format(Locale.ROOT, "%.1f %s", size, unit);
      }
      size /= 1024;
    }
    return String.format(Locale.ROOT, "%,.1f TiB", size);
  }
}
