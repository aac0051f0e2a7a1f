package org.modescope.ui.task;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Waits until a window that was just shown can be seen.
public final class FirstFrame extends AnimationTimer {
  /// A pulse begins only when the frame of the one before it is drawn.
  private static final int PULSES = 2;

  private final Runnable seen;
  private int pulses;

  private FirstFrame(Runnable seen) {
    this.seen = seen;
  }

  /// Calls back once, on the FX thread.
  public static void then(Runnable seen) {
    new FirstFrame(seen).start();
  }

  /// Calls back once, a frame later than those who wait for the first: for what need not be in it.
  public static void afterwards(Runnable due) {
    then(() -> then(due));
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == PULSES) {
      stop();
      // Where JavaFX draws in software, this thread hands the frame to the screen: that is asked
      // for already, and comes first.
      Platform.runLater(seen);
    }
  }
}
