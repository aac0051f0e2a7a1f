package org.modescope.ui;

import javafx.animation.AnimationTimer;

/// Waits until a window that was just shown has been drawn.
final class FirstFrame extends AnimationTimer {
  /// A pulse begins only when the frame of the one before it is drawn.
  private static final int PULSES = 2;

  private final Runnable drawn;
  private int pulses;

  private FirstFrame(Runnable drawn) {
    this.drawn = drawn;
  }

  /// Calls back once, on the FX thread.
  static void then(Runnable drawn) {
    new FirstFrame(drawn).start();
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == PULSES) {
      stop();
      drawn.run();
    }
  }
}
