package org.modescope.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A slot for one message between two threads: putting replaces what was not yet taken, so a fast
/// sender never floods a slow reader.
public final class Mailbox<T> {
  private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

  /// Puts the newest message in, from any thread.
  public void put(T message) {
    slot.set(message);
  }

  /// Takes the newest message out, from any thread; empty if there was none since the last.
  public Optional<T> take() {
    return Optional.ofNullable(slot.getAndSet(null));
  }
}
