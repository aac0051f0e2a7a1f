package org.modescope.ui.control;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keyboard does with the layer whose card has the focus.
public enum LayerKey {
  UP("Alt+Up"),
  DOWN("Alt+Down"),
  RENAME("F2"),
  DUPLICATE("Shortcut+Shift+D"),
  CUT("Shortcut+X"),
  COPY("Shortcut+C"),
  PASTE("Shortcut+V"),
  REMOVE("Delete");

  private final KeyCombination keys;

  LayerKey(String keys) {
    this.keys = KeyCombination.valueOf(keys);
  }

  /// Whether it was pressed.
  public boolean matches(KeyEvent event) {
    return keys.match(event);
  }

  /// As it stands on the keyboard.
  public String keyText() {
    return keys.getDisplayText();
  }

  /// Its name in keys of words.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
