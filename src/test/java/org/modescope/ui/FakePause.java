package org.modescope.ui;

import org.jspecify.annotations.Nullable;
import org.modescope.ui.task.Pause;

/// A pause that is over when the test says so.
public final class FakePause implements Pause {
  private @Nullable Runnable waiting;

  @Override
  public void restart(Runnable then) {
    waiting = then;
  }

  @Override
  public void stop() {
    waiting = null;
  }

  /// Lets the pause be over.
  public void end() {
    Runnable then = waiting;
    waiting = null;
    if (then != null) {
      then.run();
    }
  }

  public boolean isWaiting() {
    return waiting != null;
  }
}
