package org.modescope.ui.lesson;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.modescope.ui.control.Icon;

/// A hatched cover over a chart that would give an answer away.
final class Veil extends StackPane {
  private static final double STEP = 26;

  private final Pane hatching = new Pane();

  /// @param words why the chart is covered
  Veil(String words) {
    getStyleClass().add("veil");
    setManaged(false);
    Label reason = new Label(words, new Icon("eye"));
    reason.getStyleClass().add("veil-reason");
    reason.setWrapText(true);
    hatching.getStyleClass().add("veil-hatching");
    getChildren().addAll(hatching, reason);
    layoutBoundsProperty().subscribe(_ -> hatch());
  }

  /// Lies over a node, and follows it.
  void cover(Node target) {
    resizeRelocate(
        target.getLayoutX(),
        target.getLayoutY(),
        target.getLayoutBounds().getWidth(),
        target.getLayoutBounds().getHeight());
  }

  private void hatch() {
    double width = getWidth();
    double height = getHeight();
    hatching.getChildren().clear();
    for (double x = -height; x < width; x += STEP) {
      Line line = new Line(x, height, x + height, 0);
      line.getStyleClass().add("veil-line");
      hatching.getChildren().add(line);
    }
    hatching.setClip(new Rectangle(width, height));
  }
}
