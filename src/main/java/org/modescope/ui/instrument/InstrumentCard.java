package org.modescope.ui.instrument;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.WrappingBar;

/// An instrument on the bench: title, context, headline, the chart or its numbers as a table, and
/// one sentence.
public final class InstrumentCard extends VBox {
  private static final double PICTURE_PIXELS_PER_UNIT = 2;

  private final Label title = new Label();
  private final Label context = new Label();
  private final Label provenance = new Label();
  private final Label headline = new Label();
  private final Label sentence = new Label();
  private final FlowRow controls = new FlowRow();
  private final StackPane body = new StackPane();
  private final ToggleButton asTable = new ToggleButton();
  private @Nullable ValueTable table;
  private @Nullable ContextMenu exports;
  private @Nullable Supplier<ChartTable> numbers;

  public InstrumentCard() {
    getStyleClass().add("instrument-card");
    title.getStyleClass().add("instrument-title");
    context.getStyleClass().add("instrument-context");
    provenance.getStyleClass().add("provenance");
    headline.getStyleClass().add("headline");
    headline.setMinWidth(USE_PREF_SIZE);
    sentence.getStyleClass().add("sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    asTable.setGraphic(new Icon("table"));
    asTable.getStyleClass().setAll("tool", "as-table");
    Hint.setText(asTable, "Table of values");
    FlowRow names = new FlowRow(title, context, provenance);
    HBox result = new HBox(headline, asTable);
    result.getStyleClass().add("instrument-result");
    WrappingBar header = new WrappingBar();
    header.getStyleClass().add("instrument-header");
    header.setStart(names);
    header.setMiddle(controls);
    header.setEnd(result);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(header, body, sentence);
  }

  public void setTitle(String text) {
    title.setText(text);
    asTable.setAccessibleText(text + ": table of values");
  }

  public String getTitle() {
    return title.getText();
  }

  /// Says more about the context, on hover.
  public void setContextHelp(String help) {
    Hint.setText(context, help);
  }

  public String getContextHelp() {
    return Hint.getText(context);
  }

  /// Puts controls into the header.
  public void addControls(Node... added) {
    controls.getChildren().addAll(added);
  }

  /// Puts a control before the others in the header.
  public void addFirstControl(Node added) {
    controls.getChildren().addFirst(added);
  }

  /// Keeps the words around the chart up to date.
  public void show(InstrumentWords words) {
    words.textProperty().subscribe(this::show);
    provenance.textProperty().bind(words.provenanceProperty());
    provenance.visibleProperty().bind(words.provenanceProperty().isNotEmpty());
    provenance.managedProperty().bind(provenance.visibleProperty());
    context.visibleProperty().bind(provenance.visibleProperty().not());
    context.managedProperty().bind(context.visibleProperty());
  }

  /// Puts the chart in the middle; its numbers take its place while the table is asked for.
  public void setChart(Region chart, Supplier<ChartTable> shown) {
    numbers = shown;
    chart.visibleProperty().bind(asTable.selectedProperty().not());
    body.getChildren().setAll(chart);
    asTable.selectedProperty().subscribe(_ -> numbersChanged());
  }

  /// Offers to keep the chart or its numbers, in a menu on the card.
  ///
  /// @param chart the chart that is seen
  public void offerExport(Supplier<Chart> chart, ChartExport export) {
    setOnContextMenuRequested(
        event -> {
          if (exports == null) {
            exports = exports(chart, export);
          }
          exports.show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private ContextMenu exports(Supplier<Chart> chart, ChartExport export) {
    MenuItem picture = new MenuItem("Save as picture (PNG)…");
    picture.setOnAction(
        _ -> export.exportPicture(getTitle(), chart.get().png(PICTURE_PIXELS_PER_UNIT)));
    MenuItem values = new MenuItem("Save the numbers (CSV)…");
    values.setOnAction(_ -> export.exportNumbers(getTitle(), chart.get().table()));
    return new ContextMenu(picture, values);
  }

  /// Brings the table up to date with the chart, if it is what is seen.
  public void numbersChanged() {
    if (asTable.isSelected() && numbers != null) {
      table().show(numbers.get());
    }
  }

  /// The table, made when it is first asked for: JavaFX makes one of some forty nodes, and with one
  /// in every card the window would open later.
  private ValueTable table() {
    if (table == null) {
      table = new ValueTable();
      table.setAccessibleText("Table of values: " + getTitle());
      table.visibleProperty().bind(asTable.selectedProperty());
      body.getChildren().add(table);
    }
    return table;
  }

  private void show(InstrumentText text) {
    headline.setText(text.headline());
    headline.getStyleClass().setAll("label", "headline", text.tone().styleClass());
    context.setText(text.context());
    sentence.setText(text.sentence());
    setAccessibleText(
        "%s: %s, %s. %s".formatted(getTitle(), text.headline(), text.context(), text.sentence()));
  }
}
