package org.modescope.ui.chart;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Runs what charts need to be called on: the JavaFX application thread, started when first needed.
final class FxThread {
  private static final long TIMEOUT_SECONDS = 30;

  private FxThread() {}

  static void start() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyStarted) {
      started.countDown();
    }
    if (!started.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("JavaFX did not start");
    }
    Platform.setImplicitExit(false);
  }

  static <T> T call(Callable<T> body) throws Exception {
    FutureTask<T> task = new FutureTask<>(body);
    Platform.runLater(task);
    return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
