package org.modescope.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A slot for one message between two threads: putting replaces what was not yet taken, so a fast
/// sender never floods a slow reader.
///
/// It may pass from one sender to the next. From then on nothing of an earlier sender arrives,
/// neither what lies there nor what it still puts in.
public final class Mailbox<T> {
  private volatile Sender<T> newest = new Sender<>(this);

  /// Puts the newest message in, from any thread.
  public void put(T message) {
    newest.put(message);
  }

  /// Takes the newest message out, from any thread; empty if there was none since the last.
  public Optional<T> take() {
    return Optional.ofNullable(newest.slot.getAndSet(null));
  }

  /// Empties the mailbox and hands it to another sender.
  Sender<T> handOver() {
    Sender<T> next = new Sender<>(this);
    newest = next;
    return next;
  }

  /// Asks the present sender to stop.
  void stop() {
    newest.stopped = true;
  }

  /// Someone whose messages arrive for as long as nobody follows.
  static final class Sender<T> {
    private final Mailbox<T> mailbox;
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private volatile boolean stopped;

    private Sender(Mailbox<T> mailbox) {
      this.mailbox = mailbox;
    }

    void put(T message) {
      slot.set(message);
    }

    /// Whether another sender has followed.
    boolean isReplaced() {
      return mailbox.newest != this;
    }

    /// Whether there is no point in going on.
    boolean isOver() {
      return stopped || isReplaced();
    }
  }
}
