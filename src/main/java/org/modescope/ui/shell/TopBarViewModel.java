package org.modescope.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.ExperimentAspect;
import org.modescope.ui.workbench.Focus.Setting;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.SeedSequence;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The top bar: which experiment, the two switches, and everything that makes the net run.
public final class TopBarViewModel {
  private final Workbench workbench;
  private final ObjectProperty<Mode> mode;
  private final ObjectProperty<GradMode> gradMode;
  private final EntryViewModel passes;
  private final EntryViewModel seed;
  private final StringBinding runText;
  private final BooleanBinding canPin;

  public TopBarViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    passes = new EntryViewModel(text.say("shell.passes"), this::setPasses);
    seed = new EntryViewModel(text.say("shell.seed"), this::setSeed);
    mode = ExperimentAspect.of(workbench, Experiment::mode, Experiment::withMode, watch::keep);
    gradMode =
        ExperimentAspect.of(workbench, Experiment::gradMode, Experiment::withGradMode, watch::keep);
    runText =
        Bindings.createStringBinding(
            () -> text.say("shell.run.text", "passes", workbench.experiment().passes()),
            workbench.experimentProperty());
    canPin =
        Bindings.createBooleanBinding(
            workbench::canPin, workbench.observationProperty(), workbench.pin().pinnedProperty());
    watch.follow(
        workbench.experimentProperty(),
        shown -> {
          passes.show(Integer.toString(shown.passes()));
          seed.show(Long.toString(shown.seed()));
        });
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  public ObjectProperty<GradMode> gradModeProperty() {
    return gradMode;
  }

  /// From train to eval and back.
  public void toggleMode() {
    mode.set(mode.get() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN);
  }

  /// To the next of grad, no_grad and inference_mode.
  public void cycleGradMode() {
    GradMode[] all = GradMode.values();
    gradMode.set(all[(gradMode.get().ordinal() + 1) % all.length]);
  }

  public EntryViewModel passes() {
    return passes;
  }

  public EntryViewModel seed() {
    return seed;
  }

  public StringBinding runTextProperty() {
    return runText;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return workbench.runningProperty();
  }

  /// Whether running waits for something.
  public ReadOnlyBooleanProperty heldProperty() {
    return workbench.heldProperty();
  }

  /// Points at the lines of code that make the passes, or no longer at them.
  void pointAtPasses(boolean isPointed) {
    workbench.focus().point(isPointed ? Target.settings(Setting.PASSES) : Target.NONE);
  }

  /// Runs as often as the passes field says; what is typed there counts, committed or not.
  public void run() {
    passes.commit();
    seed.commit();
    workbench.run();
  }

  public void step() {
    seed.commit();
    workbench.step();
  }

  public void stop() {
    workbench.stop();
  }

  public void rewind() {
    workbench.rewind();
  }

  public void newSeed() {
    workbench.edit(experiment -> experiment.withSeed(SeedSequence.after(experiment.seed())));
  }

  /// Pins what is shown as A, or lets go of what is pinned.
  public void togglePin() {
    workbench.togglePin();
  }

  /// Whether a run is pinned.
  public ObservableValue<Boolean> pinnedProperty() {
    return workbench.pin().pinnedProperty().map(Optional::isPresent);
  }

  /// Whether there is something to pin or to let go of.
  public BooleanBinding canPinProperty() {
    return canPin;
  }

  public void undo() {
    workbench.undo();
  }

  public void redo() {
    workbench.redo();
  }

  private void setPasses(String text) {
    int number = WholeNumber.parse("passes", text, 1, Experiment.MAXIMUM_PASSES);
    workbench.edit(workbench.experiment().withPasses(number));
  }

  private void setSeed(String text) {
    workbench.edit(workbench.experiment().withSeed(WholeNumber.parseSeed("seed", text)));
  }
}
