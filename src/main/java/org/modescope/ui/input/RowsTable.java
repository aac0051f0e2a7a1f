package org.modescope.ui.input;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import org.modescope.words.Text;

/// Some rows of a table as they stand there: columns that are left out are struck through, cells
/// without a number are framed.
final class RowsTable extends ScrollPane {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("in-focus");

  private final Text text;
  private final GridPane grid = new GridPane();

  /// A row.
  ///
  /// @param number its number, in the table or in the file
  /// @param follows whether the row before it is shown before it
  /// @param place in the batch; below 0 where it cannot be looked at
  record Line(long number, List<String> cells, boolean follows, int place) {}

  RowsTable(Text text) {
    this.text = text;
    getStyleClass().add("sheet-table");
    grid.getStyleClass().add("sheet-grid");
    setContent(grid);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFitToWidth(true);
    setFocusTraversable(false);
  }

  /// Shows rows that can be looked at.
  void show(List<String> names, List<Line> lines, IntConsumer focus, int focused) {
    begin();
    head(names, Set.of());
    for (Line line : lines) {
      row(line, Set.of(), Set.of());
    }
    grid.getChildren().stream()
        .filter(node -> node.getUserData() instanceof Line)
        .forEach(
            node -> {
              int place = ((Line) node.getUserData()).place();
              node.pseudoClassStateChanged(FOCUSED, place == focused);
              node.setOnMouseClicked(_ -> focus.accept(place));
            });
  }

  private void begin() {
    grid.getChildren().clear();
  }

  /// Begins a table whose columns can be struck.
  void head(List<String> names, Set<Integer> struck) {
    begin();
    for (int column = 0; column < names.size(); column++) {
      Label name = new Label(names.get(column));
      name.getStyleClass().addAll("sheet-cell", "sheet-column", "verbatim");
      strike(name, struck.contains(column));
      put(name, column + 1);
    }
  }

  /// A column's name, to be clicked.
  Node name(int column) {
    return grid.getChildren().get(column);
  }

  /// @param struck columns that are left out
  /// @param framed columns in which this row has no number
  void row(Line line, Set<Integer> struck, Set<Integer> framed) {
    if (!line.follows()) {
      Label between = new Label("⋮");
      between.getStyleClass().add("sheet-cell");
      put(between, 0, grid.getRowCount());
    }
    int row = grid.getRowCount();
    Label number = new Label(Long.toString(line.number()));
    number.getStyleClass().addAll("sheet-cell", "sheet-line-number");
    number.setUserData(line);
    put(number, 0, row);
    for (int column = 0; column < line.cells().size(); column++) {
      boolean isFramed = framed.contains(column);
      String cell = line.cells().get(column);
      Label shown = new Label(isFramed && cell.isEmpty() ? text.say("sheet.file.blank") : cell);
      shown.getStyleClass().addAll("sheet-cell", isFramed ? "sheet-blank" : "sheet-number");
      shown.getStyleClass().add("verbatim");
      shown.setUserData(line);
      strike(shown, struck.contains(column));
      put(shown, column + 1, row);
    }
  }

  /// A cell of a row.
  Optional<Node> cell(long number, int column) {
    return grid.getChildren().stream()
        .filter(node -> node.getUserData() instanceof Line line && line.number() == number)
        .filter(node -> Objects.equals(GridPane.getColumnIndex(node), column + 1))
        .findFirst();
  }

  /// Marks a cell, and no other.
  void mark(Node cell) {
    grid.getChildren().forEach(node -> node.pseudoClassStateChanged(FOCUSED, node.equals(cell)));
  }

  private static void strike(Label label, boolean isStruck) {
    if (isStruck) {
      label.getStyleClass().add("sheet-struck");
    }
  }

  private void put(Node node, int column) {
    put(node, column, 0);
  }

  private void put(Node node, int column, int row) {
    grid.add(node, column, row);
    GridPane.setHalignment(node, HPos.RIGHT);
  }
}
