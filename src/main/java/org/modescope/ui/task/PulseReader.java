package org.modescope.ui.task;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// Hands the newest message of a mailbox to the window, once per pulse, while one is awaited.
///
/// It pulls instead of being pushed, so that no sender can flood the event queue. It rests while
/// nothing is awaited: a timer that never rests keeps a processor busy. What another thread awaits
/// is not read: pulses are the FX thread's.
public final class PulseReader<T> extends AnimationTimer implements AutoCloseable {
  private final Supplier<Optional<T>> source;
  private final Consumer<T> sink;
  private final ObservableValue<Boolean> awaited;

  public PulseReader(
      Supplier<Optional<T>> source, Consumer<T> sink, ObservableValue<Boolean> awaited) {
    this.source = source;
    this.sink = sink;
    this.awaited = awaited;
    awaited.subscribe(
        now -> {
          if (now && Platform.isFxApplicationThread()) {
            start();
          }
        });
  }

  @Override
  public void handle(long now) {
    read();
    if (!awaited.getValue()) {
      stop();
    }
  }

  /// Hands on what there is, without a pulse.
  public void read() {
    source.get().ifPresent(sink);
  }

  /// Reads no more.
  @Override
  public void close() {
    stop();
  }
}
