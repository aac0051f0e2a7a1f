package org.modescope.ui.bench;

import javafx.beans.property.BooleanProperty;
import javafx.collections.ObservableMap;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.modescope.ui.theme.Appearance;

/// The bench as a whole: everything is in the parts; here are the keys that work anywhere.
public final class BenchView {
  private final TopBarViewModel bar;
  private final Appearance appearance;
  private final BooleanProperty helpAsked;

  @FXML private StackPane root;
  @FXML private Parent page;

  public BenchView(TopBarViewModel bar, Appearance appearance, BooleanProperty helpAsked) {
    this.bar = bar;
    this.appearance = appearance;
    this.helpAsked = helpAsked;
  }

  @FXML
  private void initialize() {
    page.disableProperty().bind(helpAsked);
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                bindKeys(scene);
              }
            });
  }

  private void bindKeys(Scene scene) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      shortcut.keys().forEach(key -> keys.put(key, () -> perform(shortcut)));
    }
  }

  private void perform(Shortcut shortcut) {
    switch (shortcut) {
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
      case HELP -> helpAsked.set(!helpAsked.get());
    }
  }
}
