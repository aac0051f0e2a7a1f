package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What keys do within a layer's card.
///
/// @param slot the card's node, all of it
/// @param body what takes the focus for the card as a whole
/// @param rename lets the user type another name
/// @param toggle opens the card or closes it
record CardKeys(LayerCardViewModel card, Node slot, Node body, Runnable rename, Runnable toggle) {
  static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);
  static final KeyCombination REMOVE = new KeyCodeCombination(KeyCode.DELETE);
  static final KeyCombination DUPLICATE = KeyCombination.valueOf("Shortcut+Shift+D");
  static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

  void enable() {
    slot.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    if (!(event.getTarget() instanceof Node target) || !slot.equals(cardAround(target))) {
      return;
    }
    boolean isDone = anywhere(event) || (target.equals(body) && onCard(event));
    if (isDone) {
      event.consume();
    }
  }

  /// What means the same while a field has the focus.
  private boolean anywhere(KeyEvent event) {
    if (UP.match(event)) {
      card.moveBy(-1);
    } else if (DOWN.match(event)) {
      card.moveBy(1);
    } else if (RENAME.match(event)) {
      rename.run();
    } else if (DUPLICATE.match(event)) {
      card.duplicate();
    } else {
      return false;
    }
    return true;
  }

  private boolean onCard(KeyEvent event) {
    if (REMOVE.match(event)) {
      card.remove();
    } else if (COPY.match(event)) {
      LayerClipboard.copy(card);
    } else if (PASTE.match(event)) {
      LayerClipboard.paste(card);
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()
        || event.getCode() == KeyCode.SPACE) {
      toggle.run();
    } else {
      return false;
    }
    return true;
  }

  /// The innermost card around a node: cards of containers have cards in them.
  private static @Nullable Node cardAround(Node node) {
    @Nullable Node each = node;
    while (each != null && !each.getStyleClass().contains("layer-slot")) {
      each = each.getParent();
    }
    return each;
  }
}
