package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.FrozenLayers;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// The lines of the setting that are about what does not learn. Freezing stops gradients; the mode
/// of what is frozen lies beside it, since that is what stops running statistics.
final class FrozenRows {
  private final Text text;
  private final ReadOnlyStringWrapper frozen = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper learning = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.TRAIN);
  private FrozenPart part = new FrozenPart(0, 0, List.of(), List.of(), java.util.Optional.empty());
  private boolean isShowing;

  FrozenRows(SettingViewModel setting, Text text) {
    this.text = text;
    mode.subscribe(
        (_, wanted) -> {
          if (!isShowing) {
            setting.editExperiment(now -> FrozenLayers.in(wanted, now));
          }
        });
  }

  /// What the controls depend on.
  List<Object> form() {
    return List.of(
        part.frozen() > 0, name(), learners(), part.frozenLayers().isEmpty(), isWarned());
  }

  List<SettingRow> rows() {
    if (part.frozen() == 0) {
      return List.of(
          new SettingRow.Told(
              "nothing",
              text.say("training.frozen.nothing"),
              learning.getReadOnlyProperty(),
              SettingRow.Tone.LEARNS),
          new SettingRow.Note("freeze", note.getReadOnlyProperty(), SettingRow.Tone.QUIET));
    }
    List<SettingRow> rows = new ArrayList<>();
    rows.add(
        new SettingRow.Told(
            "frozen", name(), frozen.getReadOnlyProperty(), SettingRow.Tone.FROZEN));
    rows.add(
        new SettingRow.Told(
            "learning", learners(), learning.getReadOnlyProperty(), SettingRow.Tone.LEARNS));
    if (!part.frozenLayers().isEmpty()) {
      rows.add(
          new SettingRow.Moded(
              "frozen-mode",
              text.say("training.frozen.mode", "part", name()),
              mode,
              text.say("training.frozen.mode.help")));
      rows.add(
          new SettingRow.Note(
              "frozen-note",
              note.getReadOnlyProperty(),
              isWarned() ? SettingRow.Tone.WARNING : SettingRow.Tone.QUIET));
    }
    return rows;
  }

  void show(Experiment experiment) {
    isShowing = true;
    part = FrozenPart.of(experiment);
    frozen.set(text.say("training.frozen.count", "count", text.numbers().count(part.frozen())));
    learning.set(learns());
    mode.set(part.mode().orElse(experiment.mode()));
    note.set(note());
    isShowing = false;
  }

  private String learns() {
    String count = text.numbers().count(part.learning());
    return part.frozen() == 0
        ? text.say("training.frozen.all-learn", "count", count)
        : text.say("training.frozen.learn", "count", count);
  }

  private String note() {
    if (part.frozen() == 0) {
      return text.say("training.frozen.how");
    }
    return text.say(isWarned() ? "training.frozen.warning" : "training.frozen.still");
  }

  private boolean isWarned() {
    return part.mode().filter(each -> each == Mode.EVAL).isEmpty();
  }

  private String name() {
    return part.frozenLayers().size() == 1
        ? part.frozenLayers().getFirst()
        : text.say("training.frozen.backbone");
  }

  private String learners() {
    return switch (part.learningLayers().size()) {
      case 0 -> text.say("training.frozen.none-learns");
      case 1 -> part.learningLayers().getFirst();
      default -> text.say("training.frozen.others", "count", part.learningLayers().size());
    };
  }
}
