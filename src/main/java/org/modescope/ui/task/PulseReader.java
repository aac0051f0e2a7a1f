package org.modescope.ui.task;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;

/// Hands the newest message of a mailbox to the window, once per pulse, while one is awaited.
///
/// It pulls instead of being pushed, so that no sender can flood the event queue. It rests while
/// nothing is awaited: a timer that never rests keeps a processor busy.
public final class PulseReader<T> extends AnimationTimer {
  private static final long LINGER_NANOS = 2_000_000_000L;

  private final Supplier<Optional<T>> source;
  private final Consumer<T> sink;
  private final ObservableValue<Boolean> awaited;
  private long awaitedUntil;

  public PulseReader(
      Supplier<Optional<T>> source, Consumer<T> sink, ObservableValue<Boolean> awaited) {
    this.source = source;
    this.sink = sink;
    this.awaited = awaited;
    awaited.subscribe(
        now -> {
          if (now) {
            awaitedUntil = Long.MAX_VALUE;
            start();
          }
        });
  }

  @Override
  public void handle(long now) {
    source.get().ifPresent(sink);
    if (awaited.getValue()) {
      awaitedUntil = Long.MAX_VALUE;
    } else if (awaitedUntil == Long.MAX_VALUE) {
      // The last word of a stopped run may come before the first of the next.
      awaitedUntil = now + LINGER_NANOS;
    } else if (now > awaitedUntil) {
      stop();
    }
  }
}
