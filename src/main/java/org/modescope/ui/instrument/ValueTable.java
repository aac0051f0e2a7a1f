package org.modescope.ui.instrument;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// The numbers behind a chart as a table, for the keyboard and for screen readers. A click on a
/// column's name sorts by it; chosen rows can be copied.
public final class ValueTable extends TableView<List<Cell>> {
  private static final String NUMBER = "number";

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final Text text;
  private List<String> header = List.of();
  private List<List<Cell>> rows = List.of();
  private IntConsumer onChosen = _ -> {};
  private boolean isMarking;

  public ValueTable(Text text) {
    this.text = text;
    setPlaceholder(new Label(text.say("instrument.table.empty")));
    getStyleClass().add("value-table");
    setMinHeight(0);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setOnKeyPressed(this::press);
    getSelectionModel().selectedItemProperty().subscribe(_ -> tellChosen());
  }

  /// Who is told of a row that the user chose alone, by its place in the chart.
  public void tell(IntConsumer chosen) {
    onChosen = chosen;
  }

  private void tellChosen() {
    List<Integer> chosen = getSelectionModel().getSelectedIndices();
    if (!isMarking && chosen.size() == 1) {
      place(getItems().get(chosen.getFirst())).ifPresent(onChosen);
    }
  }

  private OptionalInt place(List<Cell> row) {
    return placeIn(rows, row);
  }

  /// Where that very row is: rows that say the same are told apart.
  @SuppressWarnings("ReferenceEquality")
  private static OptionalInt placeIn(List<List<Cell>> among, List<Cell> row) {
    return IntStream.range(0, among.size()).filter(index -> among.get(index) == row).findFirst();
  }

  public void show(ChartTable numbers) {
    if (!numbers.header().equals(header)) {
      header = numbers.header();
      getColumns().clear();
      for (int index = 0; index < header.size(); index++) {
        getColumns().add(column(index));
      }
    }
    rows = numbers.rows();
    quietly(
        () -> {
          getItems().setAll(rows);
          sort();
        });
  }

  /// Selects the row that a chart marks, by its place in the chart.
  public void mark(int place) {
    if (place >= rows.size()) {
      return;
    }
    List<Cell> marked = rows.get(place);
    int row = placeIn(getItems(), marked).orElse(0);
    if (!getSelectionModel().isSelected(row)) {
      quietly(() -> getSelectionModel().clearAndSelect(row));
      scrollTo(Math.max(0, row - 1));
    }
  }

  /// Changes what is selected without telling: the user chose nothing.
  private void quietly(Runnable change) {
    isMarking = true;
    change.run();
    isMarking = false;
  }

  private void press(KeyEvent event) {
    if (COPY.match(event)) {
      List<List<Cell>> chosen = List.copyOf(getSelectionModel().getSelectedItems());
      if (!chosen.isEmpty()) {
        String tabbed = new ChartTable(header, chosen).tabbed();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, tabbed));
      }
      event.consume();
    }
  }

  private TableColumn<List<Cell>, Cell> column(int index) {
    TableColumn<List<Cell>, Cell> column = new TableColumn<>(header.get(index));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
    column.setCellFactory(_ -> new Shown());
    column.setComparator(
        Comparator.comparingDouble(ValueTable::value).thenComparing(Cell::written));
    return column;
  }

  /// What cells are sorted by, before their words.
  private static double value(Cell cell) {
    return switch (cell) {
      case Count(long value) -> value;
      case Measure(double value, _) -> value;
      case Word _ -> 0;
    };
  }

  private final class Shown extends TableCell<List<Cell>, Cell> {
    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      setText(cell == null ? null : cell.shown(text.numbers()));
      getStyleClass().remove(NUMBER);
      if (cell != null && !(cell instanceof Word)) {
        getStyleClass().add(NUMBER);
      }
    }
  }
}
