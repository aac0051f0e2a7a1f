package org.modescope.ui.screen;

import javafx.beans.value.ObservableValue;
import org.modescope.measure.Snapshot;
import org.modescope.run.Lane;

/// The view model of a screen that asks for jobs of its own, as far as a [JobScreen] knows it.
///
/// @param <S> what its jobs show
public interface JobModel<S extends Snapshot> extends AutoCloseable {

  /// The lane that its jobs run in.
  Lane<S> lane();

  /// Whether more is to come.
  ObservableValue<Boolean> awaitingProperty();

  /// Shows what a job has seen by now.
  void receive(S newest);

  /// What the window's status line says.
  StatusLine status();

  /// Ends what is being computed or played; the key for that was pressed.
  default void stop() {}

  /// Comes to rest, since nobody sees it.
  default void hidden() {}

  /// Goes on where the model of the same screen was in another language.
  default void takeOver(JobModel<S> before) {}

  @Override
  void close();
}
