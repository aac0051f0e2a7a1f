package org.modescope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The regions of the window, between which one key goes back and forth: nodes of the style class
/// `region`, in the order in which they are laid out. A screen that names none is one region.
final class Regions {
  private static final String REGION = "region";

  private Regions() {}

  /// Moves the focus to the first control of the next region, or of the one before.
  static void move(Scene scene, int step) {
    List<Node> regions = new ArrayList<>();
    collect(scene.getRoot(), regions);
    if (regions.isEmpty()) {
      return;
    }
    int current = current(regions, scene.getFocusOwner());
    int next = current < 0 ? 0 : Math.floorMod(current + step, regions.size());
    @Nullable Node target = firstFocusable(regions.get(next));
    if (target != null) {
      target.requestFocus();
    }
  }

  private static int current(List<Node> regions, @Nullable Node focused) {
    for (@Nullable Node each = focused; each != null; each = each.getParent()) {
      int index = regions.indexOf(each);
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  private static void collect(Node node, List<Node> regions) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean isRegion = node.getStyleClass().contains(REGION);
    if (isRegion && firstFocusable(node) != null) {
      regions.add(node);
    } else if (!isRegion && node instanceof Parent parent) {
      int before = regions.size();
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, regions));
      boolean isScreen = node.getStyleClass().contains("screen");
      if (isScreen && regions.size() == before && firstFocusable(node) != null) {
        regions.add(node);
      }
    }
  }

  private static @Nullable Node firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        @Nullable Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
