package org.modescope.ui.layer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// The line of time: which stage is at hand, how much of it is done, and whether it goes on by
/// itself.
final class Playback {
  private static final double SECONDS_PER_STAGE = 1.4;
  private static final double NANOS_PER_SECOND = 1e9;

  private final ReadOnlyIntegerWrapper stage = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final BooleanProperty still = new SimpleBooleanProperty();
  private int stages = 1;
  private long lastTick = -1;
  private double elapsed;

  /// The stage at hand, from 0.
  ReadOnlyIntegerProperty stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// How much of it is done, from 0 to 1.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// How many times as fast as usual.
  DoubleProperty speedProperty() {
    return speed;
  }

  /// Whether nothing may move within a stage, as people can ask of their system.
  BooleanProperty stillProperty() {
    return still;
  }

  int stages() {
    return stages;
  }

  /// Goes on where another one was, and rests there.
  void takeOver(Playback before) {
    speed.set(before.speed.get());
    restart(before.stages, before.stage.get());
  }

  /// Begins with other stages, at one of them, and rests.
  void restart(int count, int at) {
    stages = Math.max(1, count);
    pause();
    show(Math.clamp(at, 0, stages - 1), 1);
  }

  /// Leaves the stages as they are, or takes the nearest where there are fewer.
  void keep(int count) {
    stages = Math.max(1, count);
    show(Math.clamp(stage.get(), 0, stages - 1), progress.get());
  }

  /// Goes on by itself, from the beginning if it was at the end; or rests.
  void toggle() {
    if (playing.get()) {
      pause();
      return;
    }
    show(stage.get() >= stages - 1 ? 0 : stage.get(), 0);
    elapsed = 0;
    lastTick = -1;
    playing.set(true);
  }

  void pause() {
    playing.set(false);
    progress.set(1);
  }

  /// Goes to a stage and rests there.
  void go(int to) {
    pause();
    show(Math.clamp(to, 0, stages - 1), 1);
  }

  void step(int by) {
    go(stage.get() + by);
  }

  /// Takes note of the time while it plays.
  void tick(long nanos) {
    if (!playing.get()) {
      return;
    }
    elapsed += lastTick < 0 ? 0 : (nanos - lastTick) / NANOS_PER_SECOND * speed.get();
    lastTick = nanos;
    double done = elapsed / SECONDS_PER_STAGE;
    if (done < 1) {
      progress.set(still.get() ? 1 : eased(done));
    } else if (stage.get() >= stages - 1) {
      pause();
    } else {
      elapsed = 0;
      show(stage.get() + 1, still.get() ? 1 : 0);
    }
  }

  private static double eased(double share) {
    return share * share * (3 - 2 * share);
  }

  private void show(int at, double done) {
    stage.set(at);
    progress.set(done);
  }
}
