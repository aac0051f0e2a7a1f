package org.modescope.run;

/// Says when the next snapshot is due: often enough to look live, seldom enough to cost nothing.
final class Pace {
  private static final long INTERVAL_NANOS = 30_000_000;

  private long last;

  /// Whether one is due, which then counts as told.
  boolean isDue() {
    long now = System.nanoTime();
    if (last != 0 && now - last <= INTERVAL_NANOS) {
      return false;
    }
    last = now;
    return true;
  }
}
