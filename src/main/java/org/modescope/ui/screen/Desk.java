package org.modescope.ui.screen;

import org.modescope.ui.document.FilePicker;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.NoticeViewModel;
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
/// @param text the words of the window
public record Desk(
    Workbench workbench,
    DialogViewModel dialogs,
    NoticeViewModel notices,
    FilePicker picker,
    TaskRunner tasks,
    Appearance appearance,
    Text text) {}
