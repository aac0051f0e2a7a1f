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

  Grace(BooleanSupplier stopped) {
    this(stopped, System::nanoTime);
  }

  /// @param clock in nanoseconds
  Grace(BooleanSupplier stopped, LongSupplier clock) {
    this.stopped = stopped;
    this.clock = clock;
  }

  @Override
  public boolean getAsBoolean() {
    return !allows(0);
  }

  /// Whether there is time for something that takes so long.
  boolean allows(long nanos) {
    if (!stopped.getAsBoolean()) {
      return true;
    }
    long now = clock.getAsLong();
    if (seenAt.isEmpty()) {
      seenAt = OptionalLong.of(now);
    }
    return now - seenAt.getAsLong() + nanos < NANOS;
  }
}
