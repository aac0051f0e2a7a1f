package org.modescope.ui.net;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Moves a card by its grip: a line shows where it would land, releasing the button puts it there.
///
/// Made of mouse events alone, so that it behaves the same on every platform and in tests.
final class CardDrag {
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass LANDS_ABOVE = PseudoClass.getPseudoClass("lands-above");
  private static final PseudoClass LANDS_BELOW = PseudoClass.getPseudoClass("lands-below");

  /// Makes a card move by its grip.
  ///
  /// @param slot the card's node among its siblings, one per layer in order
  void enable(Node grip, Node slot, LayerCardViewModel card) {
    grip.setOnMouseDragged(event -> show(slot, event));
    grip.setOnMouseReleased(
        event -> {
          clear(slot);
          int from = siblings(slot).getChildren().indexOf(slot);
          int to = landing(slot, event);
          if (event.getButton() == MouseButton.PRIMARY && to != from) {
            card.moveTo(to);
          }
        });
  }

  private static void show(Node slot, MouseEvent event) {
    clear(slot);
    slot.pseudoClassStateChanged(DRAGGED, true);
    Pane siblings = siblings(slot);
    int from = siblings.getChildren().indexOf(slot);
    int to = landing(slot, event);
    if (to != from) {
      siblings
          .getChildren()
          .get(to)
          .pseudoClassStateChanged(to < from ? LANDS_ABOVE : LANDS_BELOW, true);
    }
  }

  /// The index that the card would have: past every sibling whose middle the pointer has passed.
  private static int landing(Node slot, MouseEvent event) {
    Pane siblings = siblings(slot);
    int from = siblings.getChildren().indexOf(slot);
    int index = 0;
    for (Node sibling : siblings.getChildren()) {
      Bounds place = sibling.localToScene(sibling.getLayoutBounds());
      if (!sibling.equals(slot) && event.getSceneY() > place.getCenterY()) {
        index++;
      }
    }
    return Math.clamp(index, 0, Math.max(from, siblings.getChildren().size() - 1));
  }

  private static void clear(Node slot) {
    slot.pseudoClassStateChanged(DRAGGED, false);
    for (Node sibling : siblings(slot).getChildren()) {
      sibling.pseudoClassStateChanged(LANDS_ABOVE, false);
      sibling.pseudoClassStateChanged(LANDS_BELOW, false);
    }
  }

  private static Pane siblings(Node slot) {
    return (Pane) slot.getParent();
  }
}
