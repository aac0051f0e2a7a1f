package org.modescope.ui.net;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Moves a card with the mouse, among its neighbours, into a container and out of one: a line shows
/// where it would land, releasing the button puts it there.
///
/// Made of mouse events that pass through the net's pane, so that it behaves the same on every
/// platform, the headless one included, which does not hold on to the node that was pressed.
final class CardDrag {
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private @Nullable Node slot;
  private @Nullable LayerCardViewModel card;
  private Optional<Landing> shown = Optional.empty();

  /// Makes the cards of a pane movable, those inside containers among them.
  void enable(Pane net) {
    net.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::show);
    net.addEventFilter(MouseEvent.MOUSE_RELEASED, this::drop);
  }

  /// Takes hold of a card: it follows the pointer until the button is released.
  ///
  /// @param shown the card's node
  void take(Node shown, LayerCardViewModel moved) {
    slot = shown;
    card = moved;
  }

  private void show(MouseEvent event) {
    if (slot != null && card != null && !event.isStillSincePress()) {
      show(event, slot, card);
    }
  }

  private void show(MouseEvent event, Node dragged, LayerCardViewModel moved) {
    clear(dragged);
    dragged.pseudoClassStateChanged(DRAGGED, true);
    shown = landing(event, dragged);
    boolean isRefused = shown.filter(at -> !isStaying(at, dragged) && !fits(at, moved)).isPresent();
    dragged.pseudoClassStateChanged(REFUSED, isRefused);
    if (!isRefused) {
      shown
          .filter(at -> !isStaying(at, dragged))
          .ifPresent(at -> at.mark().pseudoClassStateChanged(at.side(), true));
    }
  }

  private void drop(MouseEvent event) {
    if (slot != null && card != null) {
      Node dropped = slot;
      LayerCardViewModel moved = card;
      boolean isDragged = dropped.getPseudoClassStates().contains(DRAGGED);
      clear(dropped);
      if (isDragged) {
        landing(event, dropped)
            .filter(at -> !isStaying(at, dropped))
            .ifPresent(at -> land(moved, at));
      }
    }
    slot = null;
    card = null;
  }

  private static void land(LayerCardViewModel moved, Landing at) {
    if (isAmongItsOwn(at, moved)) {
      moved.moveTo(at.index());
      return;
    }
    at.nest().takeIn(moved, at.index());
    if (at.side().equals(Landing.INSIDE)
        && at.mark().getUserData() instanceof LayerCardViewModel container) {
      container.open();
    }
  }

  private static boolean fits(Landing at, LayerCardViewModel moved) {
    return isAmongItsOwn(at, moved) || at.nest().canTakeIn(moved);
  }

  private static boolean isAmongItsOwn(Landing at, LayerCardViewModel moved) {
    return at.nest().equals(moved.around());
  }

  /// Whether the card would land where it stands.
  private static boolean isStaying(Landing at, Node slot) {
    return at.mark().equals(slot);
  }

  private static Optional<Landing> landing(MouseEvent event, Node slot) {
    @Nullable Node under = event.getPickResult().getIntersectedNode();
    return Landing.at(under, event.getSceneY(), slot);
  }

  private void clear(Node dragged) {
    dragged.pseudoClassStateChanged(DRAGGED, false);
    dragged.pseudoClassStateChanged(REFUSED, false);
    shown.ifPresent(at -> at.mark().pseudoClassStateChanged(at.side(), false));
    shown = Optional.empty();
  }
}
