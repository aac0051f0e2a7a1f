package org.modescope.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/// What the keyboard does anywhere in the window: the one table behind the keys and their help.
public enum Shortcut {
  NEW("New", "Shortcut+N"),
  OPEN("Open…", "Shortcut+O"),
  SAVE("Save", "Shortcut+S"),
  SAVE_AS("Save as…", "Shortcut+Shift+S"),
  RUN("Run", "F5", "Shortcut+Enter"),
  STEP("Step: one pass", "F10"),
  STOP("Stop the run", "Esc"),
  REWIND("Rewind: same weights, same draws", "Shortcut+R"),
  NEW_SEED("New seed", "Shortcut+D"),
  TOGGLE_MODE("Train or Eval", "Shortcut+T"),
  CYCLE_GRAD_MODE("grad, no_grad, inference_mode", "Shortcut+G"),
  UNDO("Undo", "Shortcut+Z"),
  REDO("Redo", "Shortcut+Shift+Z", "Shortcut+Y"),
  // Where plus shares a key with equals, Shift is held or not.
  ENLARGE(
      "Larger text",
      "Shortcut+Plus",
      "Shortcut+Shift+Plus",
      "Shortcut+Equals",
      "Shortcut+Shift+Equals",
      "Shortcut+Add"),
  REDUCE("Smaller text", "Shortcut+Minus", "Shortcut+Subtract"),
  RESET_SCALE("Normal text", "Shortcut+0"),
  CODE("PyTorch code: show or fold away", "Shortcut+P"),
  HELP("This help", "F1");

  private final String text;
  private final List<KeyCombination> keys;

  Shortcut(String text, String... keys) {
    this.text = text;
    this.keys = Stream.of(keys).map(KeyCombination::valueOf).toList();
  }

  String text() {
    return text;
  }

  public List<KeyCombination> keys() {
    return keys;
  }

  /// The keys as they stand on the keyboard; of several spellings of plus and minus the first.
  String keyText() {
    boolean spellings = this == ENLARGE || this == REDUCE;
    return keys.stream()
        .limit(spellings ? 1 : keys.size())
        .map(KeyCombination::getDisplayText)
        .collect(Collectors.joining("  or  "));
  }
}
