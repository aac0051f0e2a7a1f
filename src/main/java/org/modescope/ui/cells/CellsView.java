package org.modescope.ui.cells;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Comparison.Start;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.TrialButtons;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ValueTable;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the cells with their margins, and the reading.
final class CellsView {
  private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");
  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final CellsViewModel model;
  private final CellExport exports;
  private final Desk desk;
  private final Text text;
  private @Nullable ValueTable table;
  private @Nullable WeaveGrid cells;
  private @Nullable Room fitted;

  @FXML private ScrollPane page;
  @FXML private VBox content;
  @FXML private VBox corner;

  @FXML private Label title;
  @FXML private Label context;
  @FXML private Label provenance;
  @FXML private SegmentedControl<Start> start;
  @FXML private Button runAll;
  @FXML private Button stop;
  @FXML private ProgressBar progress;
  @FXML private ToggleButton asTable;
  @FXML private Button export;
  @FXML private StackPane body;
  @FXML private GridPane weave;
  @FXML private Label leftRule;
  @FXML private Label rightRule;
  @FXML private HBox reading;
  @FXML private ToldText told;
  @FXML private Label error;
  @FXML private Label drawn;
  @FXML private VBox tryRow;
  @FXML private FlowRow trials;

  CellsView(CellsViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.exports = new CellExport(model, exports, desk);
    text = desk.text();
  }

  @FXML
  private void initialize() {
    start.offer(
        List.of(
            choice(Start.AS_BUILT, "cells.start.built.text", "cells.start.built.hint"),
            choice(Start.ON_BENCH, "cells.start.bench.text", "cells.start.bench.hint")));
    start.valueProperty().bindBidirectional(model.startProperty());
    stop.visibleProperty().bind(model.runningProperty());
    runAll.visibleProperty().bind(model.runningProperty().not());
    progress.progressProperty().bind(model.fractionProperty());
    progress.visibleProperty().bind(model.runningProperty());
    WeaveGrid grid = new WeaveGrid(weave, model, exports, text);
    cells = grid;
    weave.visibleProperty().bind(asTable.selectedProperty().not());
    asTable.selectedProperty().subscribe(_ -> showTable());
    model.faceProperty().subscribe(this::show);
    model.benchProperty().subscribe(grid::mark);
    model.benchProperty().subscribe(_ -> markInTable());
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour(grid));
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize(grid));
    page.widthProperty().subscribe(_ -> fit(grid));
    page.heightProperty().subscribe(_ -> fit(grid));
  }

  /// What is left out where there is little room is said when a cell or a head is pointed at.
  private void fit(WeaveGrid grid) {
    Room room = Room.of(page.getWidth(), page.getHeight(), desk.appearance().fontSize());
    if (room == fitted) {
      return;
    }
    fitted = room;
    boolean isDense = room.isDense();
    content.pseudoClassStateChanged(DENSE, isDense);
    content.pseudoClassStateChanged(SLIM, room == Room.SLIM);
    corner.setVisible(!isDense);
    corner.setManaged(!isDense);
    context.setVisible(!isDense);
    context.setManaged(!isDense);
    grid.fit(room);
  }

  @FXML
  private void runAll() {
    model.runAll();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void export() {
    exports.offer(export, weave);
  }

  /// The table is made when it is first asked for.
  private void showTable() {
    if (!asTable.isSelected()) {
      return;
    }
    if (table == null) {
      table = new ValueTable(text);
      table.setAccessibleText(text.say("cells.table"));
      table.visibleProperty().bind(asTable.selectedProperty());
      table.tell(row -> model.take(model.places().get(row)));
      body.getChildren().add(table);
    }
    table.show(model.numbers(text));
    markInTable();
  }

  /// The bench's cell is the row that is selected, as it is the card with the frame.
  private void markInTable() {
    int row = model.places().indexOf(model.benchProperty().get());
    if (table != null && asTable.isSelected() && row >= 0) {
      table.mark(row);
    }
  }

  private Choice<Start> choice(Start value, String name, String hint) {
    return new Choice<>(value, text.say(name), text.say(hint), "plain");
  }

  private void show(CellsFace face) {
    context.setText(face.context());
    provenance.setText(face.provenance());
    provenance.setVisible(!face.provenance().isEmpty());
    Hint.setText(title, face.context());
    if (cells != null) {
      cells.show(face);
    }
    leftRule.setText(face.leftAgree());
    rightRule.setText(face.rightAgree());
    show(face.reading());
    showTable();
  }

  private void show(CellsReading shown) {
    told.tell(text, List.of(Part.headline(shown.headline() + " "), Part.detail(shown.detail())));
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    drawn.setText(shown.drawn());
    drawn.setVisible(!shown.drawn().isEmpty());
    tryRow.setVisible(!shown.trials().isEmpty());
    trials.getChildren().setAll(TrialButtons.of("cells", shown.trials(), model));
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail(), shown.drawn())));
  }

  private void colour(WeaveGrid grid) {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    grid.pictures().forEach(picture -> picture.setPalette(palette));
  }

  private void resize(WeaveGrid grid) {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    grid.pictures().forEach(picture -> picture.setTextScale(scale));
    fit(grid);
  }
}
