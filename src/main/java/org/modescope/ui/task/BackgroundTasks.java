package org.modescope.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Does work on one thread of its own, in the order it was asked for, so that a file is never
/// written twice at once.
public final class BackgroundTasks implements TaskRunner, AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("file-worker").daemon().factory());

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    if (worker.isShutdown()) {
      return;
    }
    worker.execute(
        () -> {
          try {
            T result = work.call();
            Platform.runLater(() -> done.accept(result));
          } catch (Exception refused) {
            Platform.runLater(() -> failed.accept(refused));
          } catch (OutOfMemoryError | LinkageError | StackOverflowError fault) {
            Platform.runLater(() -> failed.accept(new IllegalStateException(fault)));
          }
        });
  }

  /// Waits for what was asked for, so that a file that is being written is written. What is asked
  /// for from now on is not done.
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
