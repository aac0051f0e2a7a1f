package org.modescope.ui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.screen.Desk;

/// What keys and dropped files do, wherever they fall in the window.
final class Commands {
  private final Desk desk;
  private final TopBarViewModel bar;
  private final DocumentViewModel document;
  private final ScreenHost screens;
  private final BooleanProperty helpAsked;
  private final BooleanBinding covered;

  Commands(
      Desk desk,
      TopBarViewModel bar,
      DocumentViewModel document,
      ScreenHost screens,
      BooleanProperty helpAsked) {
    this.desk = desk;
    this.bar = bar;
    this.document = document;
    this.screens = screens;
    this.helpAsked = helpAsked;
    covered =
        Bindings.createBooleanBinding(
            () -> helpAsked.get() || desk.dialogs().isOpen(),
            helpAsked,
            desk.dialogs().shownProperty());
  }

  ScreenHost screens() {
    return screens;
  }

  BooleanProperty helpAskedProperty() {
    return helpAsked;
  }

  /// Whether something lies over the page and waits.
  BooleanBinding coveredProperty() {
    return covered;
  }

  /// Does what a key means. A dialog or the help that lies over the page must be answered first;
  /// only the help's own key closes it.
  ///
  /// @param typed puts into effect what is being typed
  void press(Shortcut shortcut, Runnable typed) {
    if (!covered.get() || (shortcut == Shortcut.HELP && helpAsked.get())) {
      perform(shortcut, typed);
    }
  }

  void open(Path file) {
    document.open(file);
  }

  private void perform(Shortcut shortcut, Runnable typed) {
    switch (shortcut) {
      case NEW -> document.create();
      case OPEN -> document.open();
      case SAVE -> {
        typed.run();
        document.save();
      }
      case SAVE_AS -> {
        typed.run();
        document.saveAs();
      }
      case RUN -> bar.run();
      case STEP -> bar.step();
      case STOP -> {
        bar.stop();
        desk.workbench().focus().release();
        screens.press(shortcut);
      }
      case REWIND -> bar.rewind();
      case NEW_SEED -> bar.newSeed();
      case TOGGLE_MODE -> bar.toggleMode();
      case CYCLE_GRAD_MODE -> bar.cycleGradMode();
      case UNDO -> bar.undo();
      case REDO -> bar.redo();
      case ENLARGE -> desk.appearance().enlarge();
      case REDUCE -> desk.appearance().reduce();
      case RESET_SCALE -> desk.appearance().resetScale();
      case HELP -> helpAsked.set(!helpAsked.get());
      case CODE -> screens.press(shortcut);
      case PIN -> bar.togglePin();
    }
  }
}
