package org.modescope.ui.workbench;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.run.Lane;
import org.modescope.run.OpenJob;
import org.modescope.run.PassesJob;
import org.modescope.run.ReplayJob;
import org.modescope.run.RewindJob;
import org.modescope.ui.workbench.EditLock.Aspect;

/// The experiment in hand, its history, and the newest observation of it: the one state that all
/// parts of the window show and change. FX thread only.
public final class Workbench {
  private final RunControl runner;
  private final EditHistory<Experiment> history = new EditHistory<>();
  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final LiveResult<Observation> result;
  private final Focus focus = new Focus();
  private final Pin pin = new Pin();
  private final RecentRuns recent = new RecentRuns();
  private final Draft draft = new Draft();
  private final EditLock lock = new EditLock();

  /// What the net on the bench has shown last; not what was gone back to.
  private Optional<Observation> fromRunner = Optional.empty();

  private final ReadOnlyIntegerWrapper beginnings = new ReadOnlyIntegerWrapper();
  private boolean isAsked;
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

  public Workbench(RunControl runner, Experiment first) {
    this.runner = runner;
    experiment.set(first);
    result = new LiveResult<>(experiment);
    draft.openProperty().subscribe(_ -> hold());
  }

  /// Replaces the experiment; a run that goes on is stopped first. Can be undone.
  public void edit(Experiment next) {
    edit(next, null);
  }

  /// Replaces the experiment as one step of a gesture, such as the drag of a slider.
  ///
  /// @param gesture edits with equal gestures in a row are undone together; null stands alone
  public void edit(Experiment next, @Nullable Object gesture) {
    Experiment allowed = lock.allowed(experiment.get(), next);
    if (allowed.equals(experiment.get())) {
      return;
    }
    history.replaced(experiment.get(), gesture);
    show(allowed);
  }

  /// Replaces the experiment by what `change` makes of it.
  public void edit(UnaryOperator<Experiment> change) {
    edit(change.apply(experiment.get()));
  }

  /// Takes another experiment in hand. It begins anew, however like the one before it is, and
  /// nothing of that is shown any more. The ways back are forgotten: neither undoing nor an earlier
  /// run must carry one file's content into another. What is pinned stays.
  public void open(Experiment next) {
    history.clear();
    recent.clear();
    begin(next);
  }

  /// Takes another experiment in hand as [#open] does, but so that undo leads back.
  public void exchange(Experiment next) {
    if (!next.equals(experiment.get())) {
      history.replaced(experiment.get(), null);
    }
    begin(next);
  }

  /// How many experiments were taken in hand anew: a screen that shows something of the one before
  /// forgets it when this changes.
  public ReadOnlyIntegerProperty beginningsProperty() {
    return beginnings.getReadOnlyProperty();
  }

  public void undo() {
    history.undo(experiment.get()).ifPresent(this::showAllowed);
  }

  public void redo() {
    history.redo(experiment.get()).ifPresent(this::showAllowed);
  }

  /// Makes as many passes as the experiment says; none while a draft is open.
  public void run() {
    run(experiment.get().passes());
  }

  /// Makes one pass; none while a draft is open.
  public void step() {
    run(1);
  }

  public void stop() {
    runner.stop(Lane.BENCH);
  }

  /// Makes a row of runs from the net as built, and shows the last, whose experiment is in hand
  /// from now on. Is done while runs are held, too.
  public void replay(ReplayJob job) {
    lock.lifted(() -> edit(job.experiment()));
    result.started();
    runner.submit(job);
  }

  /// Whether running and stepping do nothing: something has to be said first.
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /// Holds runs, or lets them go on; while a draft is open they are held anyway.
  public void setHeld(boolean isHeld) {
    isAsked = isHeld;
    hold();
  }

  private void hold() {
    held.set(isAsked || draft.isOpen());
  }

  /// Puts the net back: same weights, same draws to come.
  public void rewind() {
    if (lock.holds(Aspect.REWIND)) {
      return;
    }
    result.asked();
    runner.submit(new RewindJob(experiment.get()));
  }

  /// Where jobs of other lanes than the bench's are asked for.
  public RunControl runner() {
    return runner;
  }

  /// Takes in what the runner has seen.
  public void receive(Observation newest) {
    fromRunner = Optional.of(newest);
    pin.receive(newest);
    result.receive(newest);
    recent.add(newest);
  }

  /// What the user points at.
  public Focus focus() {
    return focus;
  }

  /// What stays as it is for now.
  public EditLock lock() {
    return lock;
  }

  /// The code that somebody types.
  public Draft draft() {
    return draft;
  }

  /// The run that others are shown beside.
  public Pin pin() {
    return pin;
  }

  /// The run that is pinned as A and the one that is shown; empty while there are not both.
  public Optional<RunPair> pair() {
    return pin.with(result.newest());
  }

  /// Pins what is shown as A, or lets go of what is pinned.
  public void togglePin() {
    if (pin.pinned().isPresent()) {
      pin.unpin();
    } else {
      pinnable().ifPresent(pin::pin);
    }
  }

  /// Whether [#togglePin] does anything.
  public boolean canPin() {
    return pin.pinned().isPresent() || pinnable().isPresent();
  }

  private Optional<Observation> pinnable() {
    return result.newest().filter(seen -> !seen.isRunning() && seen.progress().series() > 0);
  }

  /// The runs that were seen last.
  public RecentRuns recentRuns() {
    return recent;
  }

  /// Takes the experiment of an earlier run in hand again and shows what it showed, where that was
  /// kept. The net itself does not go back: what runs next goes on from its present state. Can be
  /// undone.
  public void goBackTo(SeenRun run) {
    if (!run.experiment().equals(experiment.get())) {
      history.replaced(experiment.get(), null);
    }
    showAllowed(run.experiment());
    run.seen().ifPresent(result::receive);
  }

  public ReadOnlyObjectProperty<Experiment> experimentProperty() {
    return experiment.getReadOnlyProperty();
  }

  public Experiment experiment() {
    return experiment.get();
  }

  /// The newest observation; null before the first.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return result.newestProperty();
  }

  public Optional<Observation> observation() {
    return result.newest();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return result.runningProperty();
  }

  /// Whether an observation is on its way.
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  /// Whether the observation is of an older experiment than the one in hand.
  public ReadOnlyBooleanProperty staleProperty() {
    return result.staleProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  private void begin(Experiment next) {
    draft.leave();
    show(next);
    result.clear();
    focus.release();
    fromRunner = Optional.empty();
    runner.submit(new OpenJob(next));
    beginnings.set(beginnings.get() + 1);
  }

  private void run(int passes) {
    if (held.get()) {
      return;
    }
    if (pin.beginsAnew(experiment.get(), fromRunner)) {
      runner.submit(new RewindJob(experiment.get()));
    }
    result.started();
    runner.submit(new PassesJob(experiment.get(), passes));
  }

  private void showAllowed(Experiment next) {
    show(lock.allowed(experiment.get(), next));
  }

  private void show(Experiment next) {
    stopIfRunning();
    experiment.set(next);
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  private void stopIfRunning() {
    if (result.isRunning()) {
      stop();
    }
  }
}
