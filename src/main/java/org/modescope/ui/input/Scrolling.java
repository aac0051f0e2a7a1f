package org.modescope.ui.input;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Moves what is around a node until the node is seen.
final class Scrolling {
  private Scrolling() {}

  static void to(Node node) {
    for (@Nullable Parent around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof ScrollPane pane) {
        bring(node, pane);
      }
    }
  }

  private static void bring(Node node, ScrollPane pane) {
    Bounds seen = pane.getViewportBounds();
    Bounds whole = pane.getContent().getLayoutBounds();
    Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double right = whole.getWidth() - seen.getWidth();
    double down = whole.getHeight() - seen.getHeight();
    if (right > 0) {
      pane.setHvalue(share(place.getCenterX() - seen.getWidth() / 2, right));
    }
    if (down > 0) {
      pane.setVvalue(share(place.getCenterY() - seen.getHeight() / 2, down));
    }
  }

  private static double share(double offset, double most) {
    return Math.clamp(offset / most, 0, 1);
  }
}
