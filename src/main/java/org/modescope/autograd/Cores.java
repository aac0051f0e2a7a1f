package org.modescope.autograd;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The processor's cores, which share the loops over one large tensor.
///
/// A loop is given as chunks. Who computes which chunk is left to chance, so no chunk may depend on
/// another, and how a loop is cut must not depend on the number of cores: then bits do not, either.
/// One loop is shared at a time; a second one meanwhile runs on its own thread alone.
final class Cores {
  /// Chunks below which waking a thread costs more than it saves.
  private static final int FEWEST = 4;

  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private static volatile @Nullable SharedLoop offered;

  private Cores() {}

  /// Runs the chunks from 0 to `chunks` − 1 and returns when all are done.
  ///
  /// @param worker makes what computes a chunk by its number, once for every thread that takes part
  static void share(int chunks, Supplier<? extends IntConsumer> worker) {
    if (chunks < FEWEST || Helpers.ALL.isEmpty() || !TAKEN.compareAndSet(false, true)) {
      IntConsumer alone = worker.get();
      for (int chunk = 0; chunk < chunks; chunk++) {
        alone.accept(chunk);
      }
      return;
    }
    SharedLoop loop = new SharedLoop(chunks, worker);
    try {
      offered = loop;
      Helpers.ALL.forEach(Helper::wake);
      loop.takePart();
      loop.await();
    } finally {
      offered = null;
      TAKEN.set(false);
    }
  }

  /// Started by the first large tensor.
  private static final class Helpers {
    private static final List<Helper> ALL =
        IntStream.range(1, Runtime.getRuntime().availableProcessors())
            .mapToObj(Helper::new)
            .toList();
  }

  /// A thread that helps: it looks for the next loop for a moment, as native threads do (see
  /// [ThreadWaiting]), and then sleeps until it is woken. It ends with the program.
  private static final class Helper implements Runnable {
    private static final long LOOKING_NANOS = 200_000;

    private final Thread thread;
    private volatile boolean asleep;

    Helper(int number) {
      thread = Thread.ofPlatform().daemon().name("core-" + number).start(this);
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (true) {
        next().takePart();
      }
    }

    private SharedLoop next() {
      long end = System.nanoTime() + LOOKING_NANOS;
      while (true) {
        SharedLoop loop = offered;
        if (loop != null && loop.hasMore()) {
          return loop;
        }
        if (System.nanoTime() < end) {
          // Gives the core to whoever else waits for it.
          Thread.yield();
        } else {
          sleep();
          end = System.nanoTime() + LOOKING_NANOS;
        }
      }
    }

    private void sleep() {
      asleep = true;
      // Whoever offers a loop after this sees that this thread is asleep.
      if (offered == null) {
        LockSupport.park(this);
      }
      asleep = false;
    }
  }
}
