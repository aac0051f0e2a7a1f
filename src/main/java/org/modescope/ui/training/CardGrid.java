package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Places cards in a grid of two columns, or one below the other where that has no room.
///
/// @param isStacked whether it has none
record CardGrid(GridPane grid, boolean isStacked) {
  private static final double UPPER = 52.5;

  /// One card as wide as the two below it together.
  void wideAbove(Node wide, Node left, Node right) {
    if (isStacked) {
      stack(wide, left, right);
    } else {
      divide();
      put(wide, 0, 0, 2);
      put(left, 0, 1, 1);
      put(right, 1, 1, 1);
    }
  }

  /// One card as wide as the two above it together.
  void wideBelow(Node left, Node right, Node wide) {
    if (isStacked) {
      stack(left, right, wide);
    } else {
      divide();
      put(left, 0, 0, 1);
      put(right, 1, 0, 1);
      put(wide, 0, 1, 2);
    }
  }

  /// Two cards beside each other above three.
  void twoAboveThree(Node left, Node right, Node... below) {
    if (isStacked) {
      List<Node> all = new ArrayList<>(List.of(left, right));
      all.addAll(List.of(below));
      stack(all.toArray(Node[]::new));
      return;
    }
    constrain(Collections.nCopies(6, 100.0 / 6), List.of(UPPER, 100 - UPPER));
    put(left, 0, 0, 3);
    put(right, 3, 0, 3);
    for (int place = 0; place < below.length; place++) {
      put(below[place], 2 * place, 1, 2);
    }
  }

  /// Two wide cards.
  void both(Node above, Node below) {
    if (isStacked) {
      stack(above, below);
    } else {
      divide();
      put(above, 0, 0, 2);
      put(below, 0, 1, 2);
    }
  }

  private void divide() {
    constrain(List.of(50.0, 50.0), List.of(UPPER, 100 - UPPER));
  }

  private void stack(Node... cards) {
    constrain(
        List.of(100.0),
        IntStream.range(0, cards.length).mapToObj(_ -> 100.0 / cards.length).toList());
    for (int row = 0; row < cards.length; row++) {
      put(cards[row], 0, row, 1);
    }
  }

  private void constrain(List<Double> widths, List<Double> heights) {
    grid.getColumnConstraints()
        .setAll(
            widths.stream()
                .map(
                    width -> {
                      ColumnConstraints column = new ColumnConstraints();
                      column.setPercentWidth(width);
                      return column;
                    })
                .toList());
    grid.getRowConstraints()
        .setAll(
            heights.stream()
                .map(
                    height -> {
                      RowConstraints row = new RowConstraints();
                      row.setPercentHeight(height);
                      row.setVgrow(Priority.ALWAYS);
                      return row;
                    })
                .toList());
  }

  private static void put(Node card, int column, int row, int columns) {
    GridPane.setConstraints(card, column, row, columns, 1);
    card.setVisible(true);
    card.setManaged(true);
  }
}
