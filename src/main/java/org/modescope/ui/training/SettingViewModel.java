package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The setting of a training: data, learning, and what is frozen. Every change is an edit of the
/// experiment in hand, so that undo takes it back and saving keeps it.
final class SettingViewModel {
  private final Workbench workbench;
  private final Text text;
  private final DataRows data;
  private final LearningRows learning;
  private final FrozenRows frozen;
  private final ReadOnlyObjectWrapper<List<SettingSection>> sections =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<Object> form = List.of();

  SettingViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    data = new DataRows(this, text);
    learning = new LearningRows(this, text);
    frozen = new FrozenRows(this, text);
    desk.watch().follow(workbench.experimentProperty(), this::show);
  }

  /// What there is to set; nothing while there is no training.
  ReadOnlyObjectProperty<List<SettingSection>> sectionsProperty() {
    return sections.getReadOnlyProperty();
  }

  Experiment experiment() {
    return workbench.experiment();
  }

  Optional<Training> training() {
    return workbench.experiment().training();
  }

  /// Changes the training in hand.
  void edit(UnaryOperator<Training> change) {
    workbench.edit(now -> now.withTraining(now.training().map(change)));
  }

  /// Changes the experiment in hand.
  void editExperiment(UnaryOperator<Experiment> change) {
    workbench.edit(change);
  }

  private void show(Experiment experiment) {
    if (experiment.training().isEmpty()) {
      form = List.of();
      sections.set(List.of());
      return;
    }
    Training training = experiment.training().get();
    data.show(experiment, training);
    learning.show(experiment, training);
    frozen.show(experiment);
    List<Object> now = new ArrayList<>();
    now.addAll(learning.form());
    now.addAll(frozen.form());
    // Controls are made anew only where there are others: who types into one keeps it.
    if (!now.equals(form)) {
      form = now;
      sections.set(
          List.of(
              new SettingSection(text.say("training.setting.data"), data.rows()),
              new SettingSection(text.say("training.setting.learning"), learning.rows()),
              new SettingSection(text.say("training.setting.frozen"), frozen.rows())));
    }
  }
}
