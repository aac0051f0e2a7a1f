package org.modescope.ui.cells;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.instrument.ValueTable;
import org.modescope.words.Text;

/// The two tools of a cell: its numbers as a table, which covers the cell while it is asked for,
/// and the way out of the window.
final class CellTools extends HBox {
  private final Place place;
  private final StackPane body;
  private final CellExport exports;
  private final Text text;
  private final ToggleButton asTable = new ToggleButton();
  private @Nullable ValueTable table;

  /// @param body what the table covers
  CellTools(Place place, StackPane body, CellExport exports, Text text) {
    this.place = place;
    this.body = body;
    this.exports = exports;
    this.text = text;
    asTable.setGraphic(new Icon("table"));
    asTable.getStyleClass().setAll("tool", "as-table");
    asTable.setAccessibleText(text.say("instrument.table.of", "title", place.code()));
    Hint.setText(asTable, text.say("instrument.table"));
    asTable.selectedProperty().subscribe((_, _) -> numbersChanged());
    Button export = new Button();
    export.setGraphic(new Icon("export"));
    export.getStyleClass().setAll("tool", "export");
    export.setAccessibleText(text.say("instrument.export.of", "title", place.code()));
    Hint.setText(export, text.say("instrument.export"));
    export.setOnAction(_ -> exports.offer(export, body, place));
    getChildren().addAll(asTable, export);
    setMinWidth(USE_PREF_SIZE);
    // A click on a tool is not one on the cell.
    setOnMouseClicked(Event::consume);
  }

  /// Brings the table up to date, if it is what is seen.
  void numbersChanged() {
    if (!asTable.isSelected()) {
      return;
    }
    ValueTable shown = table == null ? made() : table;
    table = shown;
    shown.show(exports.numbers(place, text));
  }

  /// The table, made when it is first asked for.
  private ValueTable made() {
    ValueTable made = new ValueTable(text);
    made.setAccessibleText(text.say("instrument.table.of", "title", place.code()));
    made.visibleProperty().bind(asTable.selectedProperty());
    made.managedProperty().bind(asTable.selectedProperty());
    made.setOnMouseClicked(Event::consume);
    body.getChildren().add(made);
    return made;
  }
}
