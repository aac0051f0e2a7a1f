package org.modescope.run;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// How long there is for what is measured after the last step: as long as it takes, or from the
/// moment at which a stop is seen, a quarter of a second.
///
/// It says whether that is over.
final class Grace implements BooleanSupplier {
  static final long NANOS = 250_000_000;

  private final BooleanSupplier stopped;
  private final LongSupplier clock;
  private OptionalLong seenAt = OptionalLong.empty();

  /// @param clock in nanoseconds
  Grace(BooleanSupplier stopped, LongSupplier clock) {
    this.stopped = stopped;
    this.clock = clock;
  }

  /// Whether somebody stops it.
  BooleanSupplier stopped() {
    return stopped;
  }

  @Override
  public boolean getAsBoolean() {
    if (!stopped.getAsBoolean()) {
      return false;
    }
    long now = clock.getAsLong();
    if (seenAt.isEmpty()) {
      seenAt = OptionalLong.of(now);
    }
    return now - seenAt.getAsLong() >= NANOS;
  }
}
