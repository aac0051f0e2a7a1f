package org.modescope.ui.bench;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ObservableMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.code.CodeViewModel;
import org.modescope.ui.control.Typing;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.shell.Shortcut;
import org.modescope.ui.shell.TopBarViewModel;
import org.modescope.ui.theme.Appearance;

/// The bench as a whole: everything is in the parts; here are the keys that work anywhere, and what
/// is dropped onto the window.
public final class BenchView {
  private final TopBarViewModel bar;
  private final DocumentViewModel document;
  private final CodeViewModel code;
  private final Appearance appearance;
  private final BooleanProperty helpAsked;

  /// Whether something lies over the page and waits.
  private final BooleanBinding covered;

  private @Nullable Node focusedBefore;

  @FXML private StackPane root;
  @FXML private Parent page;
  @FXML private Parent net;

  public BenchView(
      TopBarViewModel bar,
      DocumentViewModel document,
      CodeViewModel code,
      DialogViewModel dialogs,
      Appearance appearance,
      BooleanProperty helpAsked) {
    this.bar = bar;
    this.document = document;
    this.code = code;
    this.appearance = appearance;
    this.helpAsked = helpAsked;
    covered =
        Bindings.createBooleanBinding(
            () -> helpAsked.get() || dialogs.isOpen(), helpAsked, dialogs.shownProperty());
    // Before the views of help and dialog are told: they take the focus when they appear.
    covered.addListener((_, _, now) -> cover(now));
  }

  @FXML
  private void initialize() {
    net.visibleProperty().bind(code.crowdingProperty().not());
    net.managedProperty().bind(net.visibleProperty());
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                bindKeys(scene);
              }
            });
    root.setOnDragOver(this::invite);
    root.setOnDragDropped(this::take);
  }

  private void cover(boolean isCovered) {
    if (isCovered) {
      focusedBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
    }
    page.setDisable(isCovered);
    if (!isCovered && focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }

  private void bindKeys(Scene scene) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      shortcut.keys().forEach(key -> keys.put(key, () -> press(shortcut)));
    }
  }

  /// What lies over the page is answered first; only the help's own key closes it.
  private void press(Shortcut shortcut) {
    if (!covered.get() || (shortcut == Shortcut.HELP && helpAsked.get())) {
      perform(shortcut);
    }
  }

  private void perform(Shortcut shortcut) {
    switch (shortcut) {
      case NEW -> document.create();
      case OPEN -> document.open();
      case SAVE -> {
        Typing.commit(root.getScene());
        document.save();
      }
      case SAVE_AS -> {
        Typing.commit(root.getScene());
        document.saveAs();
      }
      case RUN -> bar.run();
      case STEP -> bar.step();
      case STOP -> bar.stop();
      case REWIND -> bar.rewind();
      case NEW_SEED -> bar.newSeed();
      case TOGGLE_MODE -> bar.toggleMode();
      case CYCLE_GRAD_MODE -> bar.cycleGradMode();
      case UNDO -> bar.undo();
      case REDO -> bar.redo();
      case ENLARGE -> appearance.enlarge();
      case REDUCE -> appearance.reduce();
      case RESET_SCALE -> appearance.resetScale();
      case CODE -> code.toggle();
      case HELP -> helpAsked.set(!helpAsked.get());
    }
  }

  private void invite(DragEvent event) {
    if (event.getDragboard().hasFiles() && !covered.get()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void take(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    boolean isOne = files.size() == 1;
    event.setDropCompleted(isOne);
    event.consume();
    if (isOne) {
      document.open(files.getFirst().toPath());
    }
  }
}
