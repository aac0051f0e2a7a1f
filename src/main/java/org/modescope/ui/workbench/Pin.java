package org.modescope.ui.workbench;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;

/// The run that is pinned as A, beside which the newest is shown as B.
public final class Pin {
  private final ReadOnlyObjectWrapper<Optional<Observation>> pinned =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty sameStart = new SimpleBooleanProperty(true);

  /// The run that is pinned.
  public ReadOnlyObjectProperty<Optional<Observation>> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  public Optional<Observation> pinned() {
    return pinned.get();
  }

  public void pin(Observation seen) {
    pinned.set(Optional.of(seen));
  }

  public void unpin() {
    pinned.set(Optional.empty());
  }

  /// Whether runs begin where A began, with the same weights, statistics and draws to come, so that
  /// only what was changed makes a difference.
  public BooleanProperty sameStartProperty() {
    return sameStart;
  }

  /// Whether A began with the net as built, which can be had again.
  public boolean canStartAlike() {
    return pinned.get().filter(a -> a.progress().before() == 0).isPresent();
  }

  /// A and a run beside it; empty while nothing is pinned or A is all there is.
  public Optional<RunPair> with(Optional<Observation> newest) {
    return pinned
        .get()
        .flatMap(
            a ->
                newest
                    .filter(b -> !b.equals(a))
                    .filter(b -> b.progress().series() > 0 || b.refusal().isPresent())
                    .map(b -> new RunPair(a, b)));
  }

  /// Takes in what else was found out about the run that is pinned.
  void receive(Observation newest) {
    boolean isSameRun =
        pinned
            .get()
            .filter(a -> !a.isLast())
            .filter(a -> a.experiment().equals(newest.experiment()))
            .filter(a -> a.progress().equals(newest.progress()))
            .isPresent();
    if (isSameRun) {
      pinned.set(Optional.of(newest));
    }
  }

  /// Whether the net is to be put back before it runs: a run that goes on with one beside A, as a
  /// step does, must not begin anew.
  ///
  /// @param newest what the net on the bench has shown last
  boolean beginsAnew(Experiment next, Optional<Observation> newest) {
    if (!sameStart.get() || !canStartAlike()) {
      return false;
    }
    boolean goesOn =
        newest
            .filter(b -> !pinned.get().equals(Optional.of(b)))
            .filter(b -> b.experiment().computed().equals(next.computed()))
            .filter(b -> b.progress().before() == 0)
            .isPresent();
    return !goesOn;
  }
}
