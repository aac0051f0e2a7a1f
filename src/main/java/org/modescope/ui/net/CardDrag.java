package org.modescope.ui.net;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Moves a card by its grip: a line shows where it would land, releasing the button puts it there.
///
/// Made of mouse events that pass through the cards' pane, so that it behaves the same on every
/// platform, the headless one included, which does not hold on to the node that was pressed.
final class CardDrag {
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass LANDS_ABOVE = PseudoClass.getPseudoClass("lands-above");
  private static final PseudoClass LANDS_BELOW = PseudoClass.getPseudoClass("lands-below");

  private @Nullable Pane cards;
  private @Nullable Node slot;
  private @Nullable LayerCardViewModel card;

  /// Makes the cards of a pane movable among each other.
  void enable(Pane pane) {
    cards = pane;
    pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::show);
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::drop);
  }

  /// Makes one card movable by its grip.
  ///
  /// @param shown the card's node in the pane
  void enable(Node grip, Node shown, LayerCardViewModel moved) {
    grip.setOnMousePressed(
        _ -> {
          slot = shown;
          card = moved;
        });
  }

  private void show(MouseEvent event) {
    if (cards == null || slot == null) {
      return;
    }
    clear(cards);
    slot.pseudoClassStateChanged(DRAGGED, true);
    int from = cards.getChildren().indexOf(slot);
    int to = landing(cards, slot, event);
    if (to != from) {
      PseudoClass side = to < from ? LANDS_ABOVE : LANDS_BELOW;
      cards.getChildren().get(to).pseudoClassStateChanged(side, true);
    }
  }

  private void drop(MouseEvent event) {
    if (cards != null && slot != null && card != null) {
      clear(cards);
      int to = landing(cards, slot, event);
      if (to != cards.getChildren().indexOf(slot)) {
        card.moveTo(to);
      }
    }
    slot = null;
    card = null;
  }

  /// The index that the card would have: past every sibling whose middle the pointer has passed.
  private static int landing(Pane cards, Node slot, MouseEvent event) {
    int index = 0;
    for (Node sibling : cards.getChildren()) {
      Bounds place = sibling.localToScene(sibling.getLayoutBounds());
      if (!sibling.equals(slot) && event.getSceneY() > place.getCenterY()) {
        index++;
      }
    }
    return index;
  }

  private static void clear(Pane cards) {
    for (Node each : cards.getChildren()) {
      each.pseudoClassStateChanged(DRAGGED, false);
      each.pseudoClassStateChanged(LANDS_ABOVE, false);
      each.pseudoClassStateChanged(LANDS_BELOW, false);
    }
  }
}
