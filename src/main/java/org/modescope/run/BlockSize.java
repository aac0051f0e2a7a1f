package org.modescope.run;

/// Chooses how many passes are computed at once: enough to spread the cost of a call, few enough to
/// keep memory small and the window live. Results do not depend on it.
final class BlockSize {
  private static final int LARGEST = 512;
  private static final int GROWTH = 4;
  private static final long MEMORY_BYTES = 4L << 20;
  private static final long SLOW_NANOS = 20_000_000;

  private int next = 1;
  private int limit = LARGEST;

  /// How many passes the next block has. The first has one.
  int next() {
    return next;
  }

  /// The most passes that memory allows at once, as far as that is known.
  int limit() {
    return limit;
  }

  /// What a block had allocated at its end, the basis for the limit that memory sets.
  void allocated(int passes, long bytes) {
    long perPass = Math.max(1, bytes / passes);
    limit = Math.clamp(MEMORY_BYTES / perPass, 1, LARGEST);
  }

  /// How long a block took.
  void took(int passes, long nanos) {
    if (nanos > SLOW_NANOS) {
      next = Math.max(1, (int) (passes * SLOW_NANOS / nanos));
    } else {
      next = (int) Math.min((long) passes * GROWTH, LARGEST);
    }
    next = Math.min(next, limit);
  }
}
