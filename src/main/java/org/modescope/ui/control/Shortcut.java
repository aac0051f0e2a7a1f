package org.modescope.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/// What the keyboard does anywhere in the window: the one table behind the keys, their help and the
/// hints that name them. How a key is written depends on the system, so no text spells one.
public enum Shortcut {
  NEW("Shortcut+N"),
  OPEN("Shortcut+O"),
  SAVE("Shortcut+S"),
  SAVE_AS("Shortcut+Shift+S"),
  RUN("F5", "Shortcut+Enter"),
  STEP("F10"),
  STOP("Esc"),
  REWIND("Shortcut+R"),
  NEW_SEED("Shortcut+D"),
  TOGGLE_MODE("Shortcut+T"),
  CYCLE_GRAD_MODE("Shortcut+G"),
  UNDO("Shortcut+Z"),
  REDO("Shortcut+Shift+Z", "Shortcut+Y"),
  // Where plus shares a key with equals, Shift is held or not.
  ENLARGE(
      "Shortcut+Plus",
      "Shortcut+Shift+Plus",
      "Shortcut+Equals",
      "Shortcut+Shift+Equals",
      "Shortcut+Add"),
  REDUCE("Shortcut+Minus", "Shortcut+Subtract"),
  RESET_SCALE("Shortcut+0"),
  CODE("Shortcut+P"),
  PASTE("Shortcut+Shift+V"),
  FILL("F11"),
  PROJECTOR("F9"),
  NEXT_REGION("F6"),
  PREVIOUS_REGION("Shift+F6"),
  PIN("Shortcut+B"),
  HELP("F1");

  private final List<KeyCombination> keys;

  Shortcut(String... keys) {
    this.keys = Stream.of(keys).map(KeyCombination::valueOf).toList();
  }

  public List<KeyCombination> keys() {
    return keys;
  }

  /// The first of its keys as it stands on the keyboard.
  public String keyText() {
    return keys.getFirst().getDisplayText();
  }

  /// Its keys as they stand on the keyboard; of several spellings of plus and minus the first.
  public List<String> keyTexts() {
    boolean spellings = this == ENLARGE || this == REDUCE;
    return keys.stream()
        .limit(spellings ? 1 : keys.size())
        .map(KeyCombination::getDisplayText)
        .toList();
  }

  /// Its name in keys of words and in names of nodes: `save-as`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
