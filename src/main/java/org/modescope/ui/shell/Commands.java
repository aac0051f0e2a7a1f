package org.modescope.ui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import org.modescope.ui.code.PastedCode;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.control.Typing;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.input.InputSheetViewModel;
import org.modescope.ui.screen.Desk;

/// What keys and dropped files do, wherever they fall in the window.
final class Commands {
  private final Desk desk;
  private final TopBarViewModel bar;
  private final DocumentViewModel document;
  private final ScreenHost screens;
  private final BooleanProperty helpAsked;
  private final InputSheetViewModel sheet;
  private final BooleanBinding covered;
  private final BooleanProperty projecting = new SimpleBooleanProperty();

  Commands(
      Desk desk,
      TopBarViewModel bar,
      DocumentViewModel document,
      ScreenHost screens,
      BooleanProperty helpAsked,
      InputSheetViewModel sheet) {
    this.desk = desk;
    this.bar = bar;
    this.document = document;
    this.screens = screens;
    this.helpAsked = helpAsked;
    this.sheet = sheet;
    covered =
        Bindings.createBooleanBinding(
            () -> helpAsked.get() || desk.dialogs().isOpen() || sheet.openProperty().get(),
            helpAsked,
            sheet.openProperty(),
            desk.dialogs().shownProperty());
  }

  ScreenHost screens() {
    return screens;
  }

  /// Whether the bench is shown as on a projector.
  BooleanProperty projectingProperty() {
    return projecting;
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
  /// @param scene where it was pressed: what is being typed there is put into effect first, if need
  ///   be
  void press(Shortcut shortcut, Scene scene) {
    if (!covered.get() || (shortcut == Shortcut.HELP && helpAsked.get())) {
      perform(shortcut, scene);
    }
  }

  /// The sheet on which the input is chosen.
  InputSheetViewModel sheet() {
    return sheet;
  }

  /// Goes on where the window was in another language: with the same sheet, the projector, the
  /// help.
  void takeOver(Commands before) {
    projecting.set(before.projecting.get());
    helpAsked.set(before.helpAsked.get());
    sheet.takeOver(before.sheet);
  }

  /// Whether a file may be dropped: onto the page, or onto the sheet that lies over it.
  boolean takesFiles() {
    return !covered.get()
        || sheet.openProperty().get() && !helpAsked.get() && !desk.dialogs().isOpen();
  }

  /// Opens a file that was dropped: tables and tensors as an input, all else as an experiment.
  void open(Path file) {
    if (InputSheetViewModel.takes(file)) {
      sheet.open(file);
    } else if (!sheet.openProperty().get()) {
      document.open(file);
    }
  }

  /// A run that goes on is stopped; otherwise the way leads back to the bench as it was.
  private void stop() {
    boolean isRunning = desk.workbench().runningProperty().get();
    bar.stop();
    desk.workbench().focus().release();
    if (!projecting.get()) {
      screens.press(Shortcut.STOP);
    } else if (!isRunning) {
      projecting.set(false);
    }
  }

  private void perform(Shortcut shortcut, Scene scene) {
    switch (shortcut) {
      case NEW -> document.create();
      case OPEN -> document.open();
      case PASTE -> {
        projecting.set(false);
        PastedCode.begin(desk);
      }
      case SAVE -> {
        Typing.commit(scene);
        document.save();
      }
      case SAVE_AS -> {
        Typing.commit(scene);
        document.saveAs();
      }
      case RUN -> bar.run();
      case STEP -> bar.step();
      case STOP -> stop();
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
      case CODE, FILL -> {
        if (!projecting.get()) {
          screens.press(shortcut);
        }
      }
      case PROJECTOR -> projecting.set(!projecting.get());
      case NEXT_REGION -> Regions.move(scene, 1);
      case PREVIOUS_REGION -> Regions.move(scene, -1);
      case PIN -> bar.togglePin();
    }
  }
}
