package org.modescope.ui.task;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A pause of real time, on the FX thread.
public final class TimedPause implements Pause {
  private final Duration duration;

  // Made when it is first needed: before the toolkit starts there is no clock to make it with.
  private @Nullable PauseTransition transition;

  public TimedPause(java.time.Duration duration) {
    this.duration = Duration.millis((double) duration.toMillis());
  }

  @Override
  public void restart(Runnable then) {
    PauseTransition pause = transition == null ? new PauseTransition(duration) : transition;
    transition = pause;
    pause.setOnFinished(_ -> then.run());
    pause.playFromStart();
  }

  @Override
  public void stop() {
    if (transition != null) {
      transition.stop();
    }
  }
}
