package org.modescope.ui.net;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A list of layers where it is seen: a node carries it, so that it is found from any node inside.
///
/// @param nest the list
/// @param cards where its cards are
record NestPlace(NestViewModel nest, Pane cards) {

  /// Has a node be where this list is.
  void mark(Node area) {
    area.setUserData(this);
  }

  /// The list that a node carries itself.
  static Optional<NestPlace> of(Node node) {
    return node.getUserData() instanceof NestPlace place ? Optional.of(place) : Optional.empty();
  }

  /// The innermost list around a node.
  static Optional<NestPlace> around(@Nullable Node node) {
    @Nullable Node each = node;
    while (each != null) {
      Optional<NestPlace> place = of(each);
      if (place.isPresent()) {
        return place;
      }
      each = each.getParent();
    }
    return Optional.empty();
  }
}
