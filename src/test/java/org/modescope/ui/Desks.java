package org.modescope.ui;

import java.util.Optional;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Navigation;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// Desks of a window without a scene, in English, that keeps nothing.
public final class Desks {
  private Desks() {}

  public static Desk of(Workbench workbench) {
    return of(workbench, new FakePicker(), new TasksAtOnce());
  }

  public static Desk of(Workbench workbench, FilePicker picker, TaskRunner tasks) {
    NoticeViewModel notices = new NoticeViewModel(new FakePause());
    return new Desk(
        workbench,
        new DialogViewModel(),
        notices,
        picker,
        tasks,
        new Appearance(),
        new SettingsKeeper(Optional.empty(), notices, tasks, new FakePause(), Text.english()),
        Text.english(),
        new Navigation(),
        Watch.always());
  }
}
