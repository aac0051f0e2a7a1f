package org.modescope.ui.instrument;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.modescope.ui.chart.ChartTable;

/// The numbers behind a chart as a table, for the keyboard and for screen readers.
final class ValueTable extends TableView<List<String>> {
  private List<String> header = List.of();

  ValueTable() {
    setPlaceholder(new Label("nothing to show yet"));
    getStyleClass().add("value-table");
    setMinHeight(0);
  }

  void show(ChartTable numbers) {
    if (!numbers.header().equals(header)) {
      header = numbers.header();
      getColumns().clear();
      for (int index = 0; index < header.size(); index++) {
        getColumns().add(column(index));
      }
    }
    getItems().setAll(numbers.rows());
  }

  private TableColumn<List<String>, String> column(int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(header.get(index));
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(ShortNumber.of(row.getValue().get(index))));
    column.setSortable(false);
    return column;
  }
}
