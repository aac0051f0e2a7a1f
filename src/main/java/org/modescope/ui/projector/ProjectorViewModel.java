package org.modescope.ui.projector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.EnlargedViewModel;
import org.modescope.ui.instrument.InstrumentId;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.ExperimentAspect;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// What a teacher does from the projector: choose the large instrument, flip the switches, run and
/// rewind.
public final class ProjectorViewModel {
  private final Workbench workbench;
  private final Text text;
  private final ObjectProperty<Mode> mode;
  private final ObjectProperty<GradMode> gradMode;
  private final EnlargedViewModel large = new EnlargedViewModel();
  private final ReadOnlyObjectWrapper<Optional<Cell>> seen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ProjectorViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    mode =
        ExperimentAspect.of(workbench, Experiment::mode, Experiment::withMode, desk.watch()::keep);
    gradMode =
        ExperimentAspect.of(
            workbench, Experiment::gradMode, Experiment::withGradMode, desk.watch()::keep);
    large.enlarge(InstrumentId.VARIANCE);
    desk.watch()
        .follow(
            workbench.observationProperty(),
            newest -> seen.set(Optional.ofNullable(newest).map(ProjectorViewModel::cell)));
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  ObjectProperty<GradMode> gradModeProperty() {
    return gradMode;
  }

  /// Which instrument is large.
  EnlargedViewModel large() {
    return large;
  }

  /// What was measured last, in the form that small pictures take; empty before the first run.
  ReadOnlyObjectProperty<Optional<Cell>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  ObservableValue<String> nameProperty() {
    return workbench.experimentProperty().map(Experiment::name);
  }

  ObservableValue<String> runTextProperty() {
    return workbench
        .experimentProperty()
        .map(shown -> text.say("shell.run.text", "passes", shown.passes()));
  }

  void run() {
    workbench.run();
  }

  void rewind() {
    workbench.rewind();
  }

  /// Makes an instrument large by its number, counted from 1; nothing if there is none.
  void choose(int number) {
    List<InstrumentId> all = List.of(InstrumentId.values());
    if (number >= 1 && number <= all.size()) {
      large.enlarge(all.get(number - 1));
    }
  }

  private static Cell cell(Observation newest) {
    Experiment shown = newest.experiment();
    return new Cell(
        shown.mode(), shown.gradMode(), newest, false, "", Optional.empty(), Optional.empty());
  }
}
