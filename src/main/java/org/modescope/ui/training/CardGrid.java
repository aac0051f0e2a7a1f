package org.modescope.ui.training;

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

  /// Thirds and halves at once, in columns at whose borders a card begins or ends: a grid leaves
  /// out the gap at others. A little more than a sixth of the widths goes to the outer ones, which
  /// have no gap within.
  private static final List<Double> THIRDS_AND_HALVES = List.of(33.9, 16.1, 16.1, 33.9);

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
  void twoAboveThree(Node left, Node right, Node first, Node second, Node third) {
    if (isStacked) {
      stack(left, right, first, second, third);
      return;
    }
    constrain(THIRDS_AND_HALVES, List.of(UPPER, 100 - UPPER));
    put(left, 0, 0, 2);
    put(right, 2, 0, 2);
    put(first, 0, 1, 1);
    put(second, 1, 1, 2);
    put(third, 3, 1, 1);
  }

  /// Two wide cards.
  void both(Node above, Node below) {
    if (isStacked) {
      stack(above, below);
    } else {
      constrain(List.of(100.0), List.of(UPPER, 100 - UPPER));
      put(above, 0, 0, 1);
      put(below, 0, 1, 1);
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
