package org.modescope.ui.screen;

import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// What a screen may ask the window for.
///
/// @param workbench the experiment in hand and what has been seen of it
/// @param dialogs questions that wait for an answer
/// @param notices messages that wait for nobody
/// @param picker asks the user for files
/// @param tasks work beside the FX thread
/// @param appearance theme and text size
/// @param settings what the user chose about the window
/// @param text the words of the window
/// @param navigation the way to other screens
/// @param watch the way to follow all of these, as long as the screen is shown
public record Desk(
    Workbench workbench,
    DialogViewModel dialogs,
    NoticeViewModel notices,
    FilePicker picker,
    TaskRunner tasks,
    Appearance appearance,
    SettingsKeeper settings,
    Text text,
    Navigation navigation,
    Watch watch) {

  /// The same in another language.
  public Desk speaking(Text words) {
    return new Desk(
        workbench, dialogs, notices, picker, tasks, appearance, settings, words, navigation, watch);
  }

  /// The same for a part of the window that comes and goes on its own.
  public Desk watchedBy(Watch other) {
    return new Desk(
        workbench, dialogs, notices, picker, tasks, appearance, settings, text, navigation, other);
  }
}
