package org.modescope.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for what a window comes to show.
final class Waiting {
  private static final int TIMEOUT_SECONDS = 30;

  private Waiting() {}

  /// Waits until a condition holds. It is asked on the FX thread: the nodes that it looks at may be
  /// changed by that thread at any time.
  static void waitFor(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        TIMEOUT_SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
