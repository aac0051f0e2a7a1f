package org.modescope.ui.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.message.Notice;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.settings.SettingsFile.Loaded;
import org.modescope.ui.task.Pause;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.theme.Appearance;
import org.modescope.words.Text;

/// The settings of the window, kept as they change. Where they cannot be kept the window says so
/// once and goes on.
public final class SettingsKeeper {
  private final Optional<SettingsFile> file;
  private final NoticeViewModel notices;
  private final TaskRunner tasks;
  private final Pause pause;
  private Text text;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private boolean hasFailed;

  /// Reads the settings.
  ///
  /// @param file empty to begin with the default ones and keep none
  /// @param pause how long after a change it is written
  public SettingsKeeper(
      Optional<SettingsFile> file,
      NoticeViewModel notices,
      TaskRunner tasks,
      Pause pause,
      Text text) {
    this.text = text;
    this.file = file;
    this.notices = notices;
    this.tasks = tasks;
    this.pause = pause;
    Loaded loaded =
        file.map(SettingsFile::load).orElse(new Loaded(Settings.DEFAULT, Optional.empty()));
    loaded.trouble().ifPresent(trouble -> notices.show(Notice.of(trouble.say(text))));
    settings = new ReadOnlyObjectWrapper<>(loaded.settings());
  }

  /// Gives the window the appearance that was kept, and keeps what it becomes.
  public void follow(Appearance appearance) {
    appearance.choiceProperty().set(settings.get().theme());
    appearance.setTextScale(settings.get().textScale());
    appearance.choiceProperty().subscribe(_ -> keep(appearance));
    appearance.textScaleProperty().subscribe(_ -> keep(appearance));
  }

  /// Says what is to be said in another language from now on.
  public void speak(Text words) {
    text = words;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public Settings settings() {
    return settings.get();
  }

  /// Changes a setting.
  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings.get());
    if (!next.equals(settings.get())) {
      settings.set(next);
      pause.restart(this::save);
    }
  }

  /// Writes what was changed and not yet written.
  public void finish() {
    pause.stop();
    save();
  }

  private void keep(Appearance appearance) {
    change(
        now ->
            now.withAppearance(
                appearance.choiceProperty().get(), appearance.textScaleProperty().get()));
  }

  private void save() {
    Settings now = settings.get();
    file.ifPresent(
        kept ->
            tasks.run(
                () -> {
                  kept.save(now);
                  return now;
                },
                _ -> {},
                this::failed));
  }

  private void failed(Exception trouble) {
    if (!hasFailed) {
      hasFailed = true;
      notices.show(Notice.of(text.say("settings.not-kept", "reason", trouble.toString())));
    }
  }
}
