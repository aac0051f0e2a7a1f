package org.modescope.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Ctrl-C, and whatever else ends a process from outside: the JVM begins to shut down, and is held
/// up until the command has ended.
final class ShutdownInterruption implements Interruption {
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private @Nullable Thread hook;

  @Override
  public BooleanSupplier listen() {
    if (hook == null) {
      hook = Thread.ofPlatform().name("interruption").unstarted(this::waitForTheEnd);
      Runtime.getRuntime().addShutdownHook(hook);
    }
    return asked::get;
  }

  @Override
  public void ended(int code) {
    exitCode.complete(code);
    if (hook != null && !asked.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException askedJustNow) {
        // The hook runs, and finds the exit code.
        asked.set(true);
      }
    }
  }

  /// Without the command's own exit code the JVM would leave with that of the signal.
  private void waitForTheEnd() {
    asked.set(true);
    Runtime.getRuntime().halt(exitCode.join());
  }
}
