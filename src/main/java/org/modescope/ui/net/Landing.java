package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where a dragged card would land if it were let go now.
///
/// @param nest among which cards
/// @param index where it would stand then
/// @param mark the node that shows it
/// @param side where at that node
record Landing(NestViewModel nest, int index, Node mark, PseudoClass side) {
  static final PseudoClass ABOVE = PseudoClass.getPseudoClass("lands-above");
  static final PseudoClass BELOW = PseudoClass.getPseudoClass("lands-below");
  static final PseudoClass INSIDE = PseudoClass.getPseudoClass("lands-inside");

  /// @param under what is under the pointer
  /// @param y where the pointer is in the scene
  /// @param slot the dragged card's node
  static Optional<Landing> at(@Nullable Node under, double y, Node slot) {
    @Nullable Node each = under;
    while (each != null) {
      Optional<Landing> found =
          each.getUserData() instanceof LayerCardViewModel card && !each.equals(slot)
              ? insideClosed(card, each, y)
              : NestPlace.of(each).map(place -> among(place, y, slot));
      if (found.isPresent()) {
        return found;
      }
      each = each.getParent();
    }
    return Optional.empty();
  }

  /// On the middle of a closed container's card a layer goes in, behind those that are there; near
  /// its edges it goes by.
  private static Optional<Landing> insideClosed(LayerCardViewModel card, Node shown, double y) {
    Bounds place = shown.localToScene(shown.getLayoutBounds());
    boolean isMiddle = Math.abs(y - place.getCenterY()) < place.getHeight() / 4;
    return card.inside().isEmpty() || card.openProperty().get() || !isMiddle
        ? Optional.empty()
        : Optional.of(inside(card.inside().getFirst(), shown));
  }

  private static Landing inside(NestViewModel nest, Node shown) {
    return new Landing(nest, nest.cards().size(), shown, INSIDE);
  }

  /// Past every other card whose middle the pointer has passed.
  private static Landing among(NestPlace place, double y, Node slot) {
    List<Node> cards = place.cards().getChildren();
    int from = cards.indexOf(slot);
    int to = 0;
    for (Node sibling : cards) {
      Bounds bounds = sibling.localToScene(sibling.getLayoutBounds());
      to += !sibling.equals(slot) && y > bounds.getCenterY() ? 1 : 0;
    }
    if (cards.isEmpty()) {
      return inside(place.nest(), place.cards().getParent());
    }
    boolean isBehind = from >= 0 ? to > from : to == cards.size();
    Node mark = cards.get(Math.min(to, cards.size() - 1));
    return new Landing(place.nest(), to, mark, isBehind ? BELOW : ABOVE);
  }
}
