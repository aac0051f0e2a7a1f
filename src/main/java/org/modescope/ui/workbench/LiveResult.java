package org.modescope.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Snapshot;

/// What the jobs of one lane have shown of the experiment in hand, as properties: the newest,
/// whether more is on its way, and whether it still is of that experiment. FX thread only.
///
/// @param <S> what the lane's jobs show
public final class LiveResult<S extends Snapshot> implements AutoCloseable {
  private final ObservableValue<Experiment> inHand;
  private final ReadOnlyObjectWrapper<@Nullable S> newest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper awaiting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final Subscription following;

  public LiveResult(ObservableValue<Experiment> inHand) {
    this.inHand = inHand;
    following = inHand.subscribe(_ -> updateStale());
  }

  /// A job was asked for that goes on until it is done or stopped.
  public void started() {
    running.set(true);
    awaiting.set(true);
  }

  /// A job was asked for that is done at once.
  public void asked() {
    running.set(false);
    awaiting.set(true);
  }

  /// Takes in what the newest job has shown.
  public void receive(S shown) {
    newest.set(shown);
    running.set(shown.isRunning());
    awaiting.set(!shown.isLast());
    updateStale();
  }

  /// Goes on where another one was: it has shown what that one showed, and awaits what that one
  /// awaited, which now awaits nothing.
  public void takeOver(LiveResult<S> before) {
    newest.set(before.newest.get());
    running.set(before.running.get());
    awaiting.set(before.awaiting.get());
    updateStale();
    before.running.set(false);
    before.awaiting.set(false);
  }

  /// Forgets what was shown, and awaits nothing.
  public void clear() {
    newest.set(null);
    running.set(false);
    awaiting.set(false);
    updateStale();
  }

  /// The newest that was shown; null before the first.
  public ReadOnlyObjectProperty<@Nullable S> newestProperty() {
    return newest.getReadOnlyProperty();
  }

  public Optional<S> newest() {
    return Optional.ofNullable(newest.get());
  }

  public boolean isRunning() {
    return running.get();
  }

  /// Whether a job goes on that can be stopped.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Whether something is on its way.
  public ReadOnlyBooleanProperty awaitingProperty() {
    return awaiting.getReadOnlyProperty();
  }

  /// Whether what is shown is of an experiment that computes something else than the one in hand.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// Calls, once now and then whenever there is something newer, or a job begins or ends, or what
  /// is shown becomes stale.
  public Subscription onChange(Runnable then) {
    return newest
        .subscribe(_ -> then.run())
        .and(running.subscribe(_ -> then.run()))
        .and(stale.subscribe(_ -> then.run()));
  }

  /// Follows the experiment no longer.
  @Override
  public void close() {
    following.unsubscribe();
  }

  private void updateStale() {
    Experiment present = inHand.getValue();
    stale.set(
        newest()
            .map(shown -> shown.experiment().computed())
            .filter(shown -> !shown.equals(present.computed()))
            .isPresent());
  }
}
