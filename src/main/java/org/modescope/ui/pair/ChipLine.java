package org.modescope.ui.pair;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children on one line from the left, as many as have room; the others wait out of sight.
public final class ChipLine extends Pane {
  private static final double GAP = 6;

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return getManagedChildren().stream().mapToDouble(child -> child.prefWidth(-1) + GAP).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    return getManagedChildren().stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double x = insets.getLeft();
    for (Node child : getManagedChildren()) {
      double width = snapSizeX(child.prefWidth(-1));
      child.setVisible(x + width <= getWidth() + 1);
      child.resizeRelocate(x, insets.getTop(), width, snapSizeY(child.prefHeight(width)));
      x += width + GAP;
    }
  }
}
