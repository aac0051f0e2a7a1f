package org.modescope.ui.shell;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.glossary.GlossaryView;
import org.modescope.ui.glossary.GlossaryViewModel;
import org.modescope.ui.input.InputAsked;
import org.modescope.ui.input.InputSheetView;
import org.modescope.ui.message.DialogView;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;

/// The window's frame: the screen that is shown, what lies over it, the keys that work anywhere,
/// and what is dropped onto the window.
final class ShellView {
  private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");

  private final Desk desk;
  private final Commands commands;
  private final NavigationViewModel navigation;
  private final ScreenHost hall;
  private final ScreenId projector;
  private final GlossaryViewModel glossary;
  private final Function<Class<?>, Parent> overlays;
  private final StackPane stage = new StackPane();

  private final Set<Class<?>> built = new HashSet<>();
  private @Nullable Node focusedBefore;

  @FXML private StackPane root;
  @FXML private Parent page;
  @FXML private VBox rail;
  @FXML private StackPane screen;

  /// @param hall where the projector stands
  /// @param projector its name
  /// @param glossary what is explained
  /// @param overlays builds what lies over the page, from the class of its view
  ShellView(
      Desk desk,
      Commands commands,
      NavigationViewModel navigation,
      ScreenHost hall,
      ScreenId projector,
      GlossaryViewModel glossary,
      Function<Class<?>, Parent> overlays) {
    this.desk = desk;
    this.commands = commands;
    this.navigation = navigation;
    this.overlays = overlays;
    this.hall = hall;
    this.projector = projector;
    this.glossary = glossary;
    // Before the views of help and dialog are told: they take the focus when they appear.
    commands.coveredProperty().addListener((_, _, now) -> cover(now));
  }

  @FXML
  private void initialize() {
    Rail.fill(rail, navigation, desk);
    navigation.currentProperty().subscribe(this::show);
    stage.setVisible(false);
    root.getChildren().add(stage);
    commands.projectingProperty().subscribe((_, now) -> project(now));
    GlossaryView.over(root, glossary, desk.text());
    addOnce(KeyboardHelpView.class, commands.helpAskedProperty());
    addOnce(DialogView.class, desk.dialogs().shownProperty().map(shown -> shown.isPresent()));
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                bindKeys(scene);
              }
            });
    root.addEventHandler(InputAsked.ASKED, _ -> commands.sheet().open());
    commands.sheet().openProperty().subscribe(this::showSheet);
    root.setOnDragOver(this::invite);
    root.setOnDragDropped(this::take);
  }

  /// Puts the projector in the place of the page, or the page back.
  private void project(boolean isProjecting) {
    page.setVisible(!isProjecting);
    stage.setVisible(isProjecting);
    commands.screens().rest(isProjecting);
    if (isProjecting) {
      hall.show(projector, stage);
      stage.lookup("#projector-run").requestFocus();
    } else {
      hall.rest(true);
      page.lookup("#run").requestFocus();
    }
  }

  /// Away from the bench its Run is not what the page is about.
  private void show(ScreenId now) {
    root.pseudoClassStateChanged(ELSEWHERE, !now.equals(ScreenId.BENCH));
    commands.screens().show(now, screen);
  }

  /// What lies over the page is built when there first is a need: the window opens without it.
  private void addOnce(Class<?> view, ObservableValue<Boolean> needed) {
    desk.watch()
        .follow(
            needed,
            now -> {
              if (now && built.add(view)) {
                root.getChildren().add(overlays.apply(view));
              }
            });
  }

  /// Below the pane of the glossary, which explains words of the sheet, too.
  private void showSheet(boolean isOpen) {
    if (isOpen && built.add(InputSheetView.class)) {
      int above = root.getChildren().indexOf(stage) + 1;
      InputSheetView.over(root, above, commands.sheet(), desk);
    }
  }

  private void cover(boolean isCovered) {
    if (isCovered) {
      focusedBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
    }
    page.setDisable(isCovered);
    stage.setDisable(isCovered);
    if (!isCovered && focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }

  private void bindKeys(Scene scene) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      shortcut.keys().forEach(key -> keys.put(key, () -> commands.press(shortcut, scene)));
    }
  }

  private void invite(DragEvent event) {
    if (event.getDragboard().hasFiles() && commands.takesFiles()) {
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
      commands.open(files.getFirst().toPath());
    }
  }
}
