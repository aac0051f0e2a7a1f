package org.modescope.ui.layer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Panes whose columns and rows take shares of the room there is.
final class Grids {
  private Grids() {}

  /// @param shares in percent
  static void columns(GridPane pane, double... shares) {
    pane.getColumnConstraints().clear();
    for (double share : shares) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHgrow(Priority.ALWAYS);
      column.setFillWidth(true);
      pane.getColumnConstraints().add(column);
    }
    rows(pane, 100);
  }

  /// @param shares in percent
  static void rows(GridPane pane, double... shares) {
    pane.getRowConstraints().clear();
    for (double share : shares) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(share);
      row.setVgrow(Priority.ALWAYS);
      pane.getRowConstraints().add(row);
    }
  }

  /// Puts something in its place, the first time or again.
  ///
  /// @param columns how many columns it takes
  /// @param rows how many rows it takes
  static void put(GridPane pane, Node node, int column, int row, int columns, int rows) {
    GridPane.setConstraints(node, column, row, columns, rows);
    if (!pane.getChildren().contains(node)) {
      pane.getChildren().add(node);
    }
  }

  /// A sign between two pictures.
  static Label sign(String sign) {
    Label label = new Label(sign);
    label.getStyleClass().add("layer-sign");
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    label.setMinWidth(0);
    return label;
  }
}
