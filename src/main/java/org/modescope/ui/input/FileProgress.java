package org.modescope.ui.input;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.modescope.files.ReadWatch;

/// How far a file is read, which can be ended. The next file that is begun ends the one before.
final class FileProgress {
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final AtomicReference<Optional<Double>> told = new AtomicReference<>(Optional.empty());
  private Watch watch = new Watch();

  /// Begins with another file.
  ReadWatch begin() {
    end();
    watch = new Watch();
    share.set(0);
    reading.set(true);
    return watch;
  }

  /// Ends reading soon.
  void end() {
    watch.isEnded = true;
  }

  /// A file was read or refused; false where another was begun since.
  boolean finished(ReadWatch own) {
    if (own != watch) {
      return false;
    }
    reading.set(false);
    return true;
  }

  boolean isReading() {
    return reading.get();
  }

  /// Whether a file is being read.
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// How far that is, from 0 to 1.
  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /// How far it was last told to be, once.
  Optional<Double> take() {
    return told.getAndSet(Optional.empty());
  }

  void receive(double far) {
    share.set(far);
  }

  /// What is told while a file is read, from another thread.
  private final class Watch implements ReadWatch {
    private volatile boolean isEnded;

    @Override
    public void read(double far) {
      told.set(Optional.of(far));
    }

    @Override
    public boolean isEnded() {
      return isEnded;
    }
  }
}
