package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.LayerKey;

/// What keys do within a layer's card.
///
/// @param slot the card's node, all of it
/// @param body what takes the focus for the card as a whole
/// @param rename lets the user type another name
/// @param toggle opens the card or closes it
record CardKeys(LayerCardViewModel card, Node slot, Node body, Runnable rename, Runnable toggle) {
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
    if (LayerKey.UP.matches(event)) {
      card.moveBy(-1);
    } else if (LayerKey.DOWN.matches(event)) {
      card.moveBy(1);
    } else if (LayerKey.RENAME.matches(event)) {
      rename.run();
    } else if (LayerKey.DUPLICATE.matches(event)) {
      card.duplicate();
    } else {
      return false;
    }
    return true;
  }

  private boolean onCard(KeyEvent event) {
    if (LayerKey.REMOVE.matches(event)) {
      card.remove();
    } else if (LayerKey.CUT.matches(event)) {
      LayerClipboard.cut(card);
    } else if (LayerKey.COPY.matches(event)) {
      LayerClipboard.copy(card);
    } else if (LayerKey.PASTE.matches(event)) {
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
