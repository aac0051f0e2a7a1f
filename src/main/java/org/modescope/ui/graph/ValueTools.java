package org.modescope.ui.graph;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.instrument.ValueTable;
import org.modescope.words.Text;

/// The two tools of the values beside the graph: the values as a table, and the way out of the
/// window.
final class ValueTools extends HBox {
  private final HeatMap picture;
  private final StackPane body;
  private final ChartExport exports;
  private final Text text;
  private final ToggleButton asTable = new ToggleButton();
  private final Button export = new Button();
  private @Nullable ValueTable table;
  private GraphSide side = GraphSide.EMPTY;

  /// @param body where the table takes the picture's place
  ValueTools(HeatMap picture, StackPane body, ChartExport exports, Text text) {
    this.picture = picture;
    this.body = body;
    this.exports = exports;
    this.text = text;
    asTable.setId("graph-values-as-table");
    asTable.setGraphic(new Icon("table"));
    asTable.getStyleClass().setAll("tool", "as-table");
    Hint.setText(asTable, text.say("instrument.table"));
    asTable.selectedProperty().subscribe(_ -> numbersChanged());
    export.setId("graph-values-export");
    export.setGraphic(new Icon("export"));
    export.getStyleClass().setAll("tool", "export");
    Hint.setText(export, text.say("instrument.export"));
    export.setOnAction(_ -> offer());
    picture.visibleProperty().bind(asTable.selectedProperty().not());
    getChildren().addAll(asTable, export);
    setMinWidth(USE_PREF_SIZE);
  }

  /// Tells what the values are of.
  void show(GraphSide shown) {
    side = shown;
    asTable.setAccessibleText(text.say("instrument.table.of", "title", shown.title()));
    export.setAccessibleText(text.say("instrument.export.of", "title", shown.title()));
    numbersChanged();
  }

  private void offer() {
    ExportMenu.of(
            side.title(),
            () -> picture,
            () -> new InstrumentText(side.headline(), HeadlineTone.INK, "", "", ""),
            exports,
            text)
        .show(export, Side.BOTTOM, 0, 0);
  }

  private void numbersChanged() {
    if (asTable.isSelected()) {
      ValueTable shown = table == null ? made() : table;
      table = shown;
      shown.setAccessibleText(asTable.getAccessibleText());
      shown.show(picture.table());
      picture.pointedRow().ifPresent(shown::mark);
    }
  }

  /// The table, made when it is first asked for.
  private ValueTable made() {
    ValueTable made = new ValueTable(text);
    made.setId("graph-values-table");
    made.tell(picture::pointAtRow);
    made.visibleProperty().bind(asTable.selectedProperty());
    body.getChildren().add(made);
    return made;
  }
}
