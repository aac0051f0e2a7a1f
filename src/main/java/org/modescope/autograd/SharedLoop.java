package org.modescope.autograd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A loop over chunks of which several threads take one after another.
final class SharedLoop {
  /// How often the last chunks are looked at before the core is given to others.
  private static final int LOOKS = 1000;

  private final int chunks;
  private final Supplier<? extends IntConsumer> worker;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  SharedLoop(int chunks, Supplier<? extends IntConsumer> worker) {
    this.chunks = chunks;
    this.worker = worker;
  }

  boolean hasMore() {
    return taken.get() < chunks;
  }

  /// Computes chunks until none is left. What goes wrong is told by [#await].
  void takePart() {
    int chunk = taken.getAndIncrement();
    @Nullable IntConsumer mine = null;
    while (chunk < chunks) {
      try {
        if (mine == null) {
          mine = worker.get();
        }
        mine.accept(chunk);
      } catch (RuntimeException | Error fault) {
        failure.compareAndSet(null, fault);
      } finally {
        done.getAndIncrement();
      }
      chunk = taken.getAndIncrement();
    }
  }

  /// Returns when every chunk is done, by whomever.
  void await() {
    for (int looks = 0; done.get() < chunks; looks++) {
      if (looks < LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    switch (failure.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException fault -> throw fault;
      case Throwable impossible ->
          throw new AssertionError("loops throw nothing checked", impossible);
    }
  }
}
