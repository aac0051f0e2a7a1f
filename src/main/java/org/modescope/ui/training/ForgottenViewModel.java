package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.Training;
import org.modescope.nn.Mode;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The lines that a loop is made without, as switches, and the loop that comes of it.
final class ForgottenViewModel {
  private final Workbench workbench;
  private final Text text;
  private final ObjectProperty<Forgotten> selected =
      new SimpleObjectProperty<>(Forgotten.TOTAL_PLUS_LOSS);
  private final ReadOnlyObjectWrapper<List<Switch>> switches =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Loop.Line>> loop =
      new ReadOnlyObjectWrapper<>(List.of());

  /// A line that can be forgotten.
  ///
  /// @param title what is done without it
  /// @param detail what that does, or why nothing
  /// @param isOn whether it is forgotten
  /// @param isOffered whether it can be: a frozen layer must be there to forget its eval()
  record Switch(Forgotten line, String title, String detail, boolean isOn, boolean isOffered) {}

  ForgottenViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    desk.watch().follow(workbench.experimentProperty(), this::show);
  }

  ReadOnlyObjectProperty<List<Switch>> switchesProperty() {
    return switches.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Loop.Line>> loopProperty() {
    return loop.getReadOnlyProperty();
  }

  /// The line that is looked at.
  ObjectProperty<Forgotten> selectedProperty() {
    return selected;
  }

  /// Makes the loop without a line, or with it again.
  void set(Forgotten line, boolean isForgotten) {
    selected.set(line);
    workbench.edit(now -> changed(now, line, isForgotten));
  }

  /// A frozen layer that was never put into eval mode is so forgotten already: mending that puts it
  /// there.
  private static Experiment changed(Experiment now, Forgotten line, boolean isForgotten) {
    Experiment changed = now.withTraining(now.training().map(each -> each.with(line, isForgotten)));
    FrozenPart part = FrozenPart.of(changed);
    boolean isNeverSet =
        line == Forgotten.FROZEN_WITHOUT_EVAL || line == Forgotten.TRAIN_UNDOES_EVAL;
    return isNeverSet && !part.frozenLayers().isEmpty() && !FrozenPart.hasOwnMode(now)
        ? FrozenLayers.in(Mode.EVAL, changed)
        : changed;
  }

  /// The forgotten line that one button mends: the selected, or else the first.
  Optional<Forgotten> mendable() {
    List<Forgotten> on = forgotten();
    return on.contains(selected.get()) ? Optional.of(selected.get()) : on.stream().findFirst();
  }

  void mend() {
    mendable().ifPresent(line -> set(line, false));
  }

  /// How many lines are forgotten.
  long count() {
    return forgotten().size();
  }

  private void show(Experiment experiment) {
    Optional<Training> training = experiment.training();
    List<Forgotten> before = forgotten();
    switches.set(
        training
            .map(
                each ->
                    Stream.of(Forgotten.values())
                        .map(line -> faced(experiment, each, line))
                        .toList())
            .orElse(List.of()));
    loop.set(training.map(_ -> new Loop(text).of(experiment)).orElse(List.of()));
    lookAtNew(before);
  }

  /// A line that is forgotten since just now is looked at, unless one already is that is forgotten
  /// too: its chart is the one that tells.
  private void lookAtNew(List<Forgotten> before) {
    List<Forgotten> now = forgotten();
    if (!now.contains(selected.get())) {
      now.stream().filter(line -> !before.contains(line)).findFirst().ifPresent(selected::set);
    }
  }

  private List<Forgotten> forgotten() {
    return switches.get().stream().filter(Switch::isOn).map(Switch::line).toList();
  }

  private Switch faced(Experiment experiment, Training training, Forgotten line) {
    String key = "training.forgotten." + line.key().replace('_', '-');
    boolean isAboutFrozen =
        line == Forgotten.FROZEN_WITHOUT_EVAL || line == Forgotten.TRAIN_UNDOES_EVAL;
    boolean isOffered = !isAboutFrozen || !FrozenPart.of(experiment).frozenLayers().isEmpty();
    boolean isNeverSet =
        line == Forgotten.FROZEN_WITHOUT_EVAL && isOffered && !FrozenPart.hasOwnMode(experiment);
    return new Switch(
        line,
        text.say(key),
        text.say(isOffered ? key + ".detail" : "training.forgotten.unfrozen"),
        training.isForgotten(line) || isNeverSet,
        isOffered);
  }
}
