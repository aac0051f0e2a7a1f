package org.modescope.ui.workbench;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.Lane;
import org.modescope.run.OpenJob;
import org.modescope.run.PassesJob;
import org.modescope.run.RewindJob;

/// The experiment in hand, its history, and the newest observation of it: the one state that all
/// parts of the window show and change. FX thread only.
public final class Workbench {
  private final RunControl runner;
  private final EditHistory<Experiment> history = new EditHistory<>();
  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final LiveResult<Observation> result;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

  public Workbench(RunControl runner, Experiment first) {
    this.runner = runner;
    experiment.set(first);
    result = new LiveResult<>(experiment);
  }

  /// Replaces the experiment; a run that goes on is stopped first. Can be undone.
  public void edit(Experiment next) {
    edit(next, null);
  }

  /// Replaces the experiment as one step of a gesture, such as the drag of a slider.
  ///
  /// @param gesture edits with equal gestures in a row are undone together; null stands alone
  public void edit(Experiment next, @Nullable Object gesture) {
    if (next.equals(experiment.get())) {
      return;
    }
    history.replaced(experiment.get(), gesture);
    show(next);
  }

  /// Replaces the experiment by what `change` makes of it.
  public void edit(UnaryOperator<Experiment> change) {
    edit(change.apply(experiment.get()));
  }

  /// Takes another experiment in hand. It begins anew, however like the one before it is, and
  /// nothing of that is shown any more. The way back is forgotten: undoing must not carry one
  /// file's content into another.
  public void open(Experiment next) {
    history.clear();
    begin(next);
  }

  /// Takes another experiment in hand as [#open] does, but so that undo leads back.
  public void exchange(Experiment next) {
    if (!next.equals(experiment.get())) {
      history.replaced(experiment.get(), null);
    }
    begin(next);
  }

  public void undo() {
    history.undo(experiment.get()).ifPresent(this::show);
  }

  public void redo() {
    history.redo(experiment.get()).ifPresent(this::show);
  }

  /// Makes as many passes as the experiment says.
  public void run() {
    run(experiment.get().passes());
  }

  /// Makes one pass.
  public void step() {
    run(1);
  }

  public void stop() {
    runner.stop(Lane.BENCH);
  }

  /// Puts the net back: same weights, same draws to come.
  public void rewind() {
    result.asked();
    runner.submit(new RewindJob(experiment.get()));
  }

  /// Where jobs of other lanes than the bench's are asked for.
  public RunControl runner() {
    return runner;
  }

  /// Takes in what the runner has seen.
  public void receive(Observation newest) {
    result.receive(newest);
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
    show(next);
    result.clear();
    runner.submit(new OpenJob(next));
  }

  private void run(int passes) {
    result.started();
    runner.submit(new PassesJob(experiment.get(), passes));
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
