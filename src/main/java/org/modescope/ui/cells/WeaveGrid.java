package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.words.Terms;
import org.modescope.words.Text;

/// The six cells and the heads of their rows and columns in a grid. A click takes a cell, and so do
/// Enter and Space; arrow keys lead from one to the next.
final class WeaveGrid {
  private static final int COLUMNS = GradMode.values().length;

  private final CellsViewModel model;
  private final GridPane grid;
  private final List<CellCard> cards = new ArrayList<>();
  private final Map<Mode, MarginBox> rows = new EnumMap<>(Mode.class);
  private final Map<GradMode, MarginBox> columns = new EnumMap<>(GradMode.class);

  /// @param exports takes one cell out of the window
  WeaveGrid(GridPane grid, CellsViewModel model, CellExport exports, Text text) {
    this.grid = grid;
    this.model = model;
    for (GradMode gradMode : GradMode.values()) {
      MarginBox head = MarginBox.above(gradMode, text);
      head.explain(Terms.of(gradMode), text);
      columns.put(gradMode, head);
      grid.add(head, gradMode.ordinal() + 1, 0);
    }
    for (Mode mode : Mode.values()) {
      MarginBox head = MarginBox.beside(mode);
      head.explain(Terms.of(mode), text);
      rows.put(mode, head);
      grid.add(head, 0, mode.ordinal() + 1);
    }
    for (Place place : Place.ALL) {
      add(new CellCard(place, text, exports));
    }
  }

  private void add(CellCard card) {
    card.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            take(card);
          }
        });
    card.setOnKeyPressed(event -> press(event, card));
    cards.add(card);
    grid.add(card, card.place().gradMode().ordinal() + 1, card.place().mode().ordinal() + 1);
  }

  void show(CellsFace face) {
    for (int index = 0; index < cards.size(); index++) {
      cards.get(index).show(face.cells().get(index), face.common());
    }
    rows.forEach((mode, head) -> head.show(face.row(mode)));
    columns.forEach((gradMode, head) -> head.show(face.column(gradMode)));
  }

  void mark(Place bench) {
    cards.forEach(card -> card.mark(card.place().equals(bench)));
  }

  /// Says less, where there is little room.
  void fit(Room room) {
    cards.forEach(card -> card.fit(room));
    rows.values().forEach(head -> head.fit(room));
    columns.values().forEach(head -> head.fit(room));
  }

  List<Chart> pictures() {
    return cards.stream().flatMap(card -> card.pictures().stream()).toList();
  }

  private void take(CellCard card) {
    card.requestFocus();
    model.take(card.place());
  }

  private void press(KeyEvent event, CellCard card) {
    if (event.getTarget() != card) {
      return;
    }
    int index = cards.indexOf(card);
    KeyCode key = event.getCode();
    switch (key) {
      case ENTER, SPACE -> model.take(card.place());
      case LEFT -> focus(index % COLUMNS == 0 ? index : index - 1);
      case RIGHT -> focus(index % COLUMNS == COLUMNS - 1 ? index : index + 1);
      case UP -> focus(index - COLUMNS);
      case DOWN -> focus(index + COLUMNS);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void focus(int index) {
    if (index >= 0 && index < cards.size()) {
      cards.get(index).requestFocus();
    }
  }
}
