package org.modescope.ui.lesson;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Puts the lesson beside the instruments, or above them where the window is narrow for the size of
/// its text; then both scroll as one page.
final class PlayerRoom {
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  /// In sizes of text: the lesson, and what the instruments need at the least.
  private static final double LEAST_WIDTH_BESIDE = 58;

  private final BorderPane root;
  private final Region panel;
  private final ScrollPane page;
  private final Node stage;
  private final VBox column = new VBox();
  private boolean isStacked;

  /// @param page what scrolls
  /// @param stage what is in it while the lesson is beside it
  PlayerRoom(BorderPane root, Region panel, ScrollPane page, Node stage) {
    this.root = root;
    this.panel = panel;
    this.page = page;
    this.stage = stage;
    VBox.setVgrow(stage, Priority.ALWAYS);
  }

  /// @param width that of the window, in sizes of text
  void fit(double width) {
    boolean isNarrow = width < LEAST_WIDTH_BESIDE;
    if (isNarrow == isStacked) {
      return;
    }
    isStacked = isNarrow;
    panel.pseudoClassStateChanged(STACKED, isNarrow);
    if (isNarrow) {
      root.setLeft(null);
      panel.setMinHeight(Region.USE_PREF_SIZE);
      page.setContent(column);
      column.getChildren().setAll(panel, stage);
    } else {
      column.getChildren().clear();
      panel.setMinHeight(Region.USE_COMPUTED_SIZE);
      page.setContent(stage);
      root.setLeft(panel);
    }
  }
}
