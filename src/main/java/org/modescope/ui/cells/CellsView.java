package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.measure.Comparison.Start;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.Png;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ValueTable;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the cells with their margins, and the reading.
final class CellsView {
  private static final int COLUMNS = GradMode.values().length;

  private final CellsViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final List<CellCard> cards = new ArrayList<>();
  private final Map<Mode, MarginBox> rows = new EnumMap<>(Mode.class);
  private final Map<GradMode, MarginBox> columns = new EnumMap<>(GradMode.class);

  private @Nullable ValueTable table;

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
  @FXML private javafx.scene.text.Text headline;
  @FXML private javafx.scene.text.Text detail;
  @FXML private Label error;
  @FXML private Label drawn;
  @FXML private VBox tryRow;
  @FXML private FlowRow trials;

  CellsView(CellsViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
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
    fill();
    weave.visibleProperty().bind(asTable.selectedProperty().not());
    asTable.selectedProperty().subscribe(_ -> showTable());
    model.faceProperty().subscribe(this::show);
    model
        .benchProperty()
        .subscribe(bench -> cards.forEach(card -> card.mark(card.place().equals(bench))));
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
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
    String title = text.say("cells.title");
    MenuItem picture = new MenuItem(text.say("instrument.export.picture"));
    picture.setOnAction(_ -> exports.exportPicture(title, Png.of(weave.snapshot(null, null))));
    MenuItem values = new MenuItem(text.say("instrument.export.numbers"));
    values.setOnAction(_ -> exports.exportNumbers(title, model.numbers()));
    new ContextMenu(picture, values).show(export, Side.BOTTOM, 0, 0);
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
      body.getChildren().add(table);
    }
    table.show(model.numbers());
  }

  private Choice<Start> choice(Start value, String name, String hint) {
    return new Choice<>(value, text.say(name), text.say(hint), "plain");
  }

  private void fill() {
    for (GradMode gradMode : GradMode.values()) {
      MarginBox head = MarginBox.above(gradMode);
      columns.put(gradMode, head);
      weave.add(head, gradMode.ordinal() + 1, 0);
    }
    for (Mode mode : Mode.values()) {
      MarginBox head = MarginBox.beside(mode);
      rows.put(mode, head);
      weave.add(head, 0, mode.ordinal() + 1);
    }
    for (Place place : Place.ALL) {
      CellCard card = new CellCard(place, text);
      card.setOnMouseClicked(_ -> take(card));
      card.setOnKeyPressed(event -> press(event, card));
      cards.add(card);
      weave.add(card, place.gradMode().ordinal() + 1, place.mode().ordinal() + 1);
    }
  }

  private void take(CellCard card) {
    card.requestFocus();
    model.take(card.place());
  }

  private void press(KeyEvent event, CellCard card) {
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

  private void show(CellsFace face) {
    context.setText(face.context());
    provenance.setText(face.provenance());
    provenance.setVisible(!face.provenance().isEmpty());
    for (int index = 0; index < cards.size(); index++) {
      cards.get(index).show(face.cells().get(index), face.common());
    }
    rows.forEach((mode, head) -> head.show(Objects.requireNonNull(face.rows().get(mode))));
    columns.forEach(
        (gradMode, head) -> head.show(Objects.requireNonNull(face.columns().get(gradMode))));
    leftRule.setText(face.leftAgree());
    rightRule.setText(face.rightAgree());
    show(face.reading());
    showTable();
  }

  private void show(CellsReading shown) {
    headline.setText(shown.headline() + " ");
    detail.setText(shown.detail());
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    drawn.setText(shown.drawn());
    drawn.setVisible(!shown.drawn().isEmpty());
    tryRow.setVisible(!shown.trials().isEmpty());
    trials.getChildren().setAll(buttons(shown.trials()));
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail(), shown.drawn())));
  }

  private List<Node> buttons(List<Trial> offered) {
    return IntStream.range(0, offered.size())
        .<Node>mapToObj(
            index -> {
              Trial trial = offered.get(index);
              Button button = new Button(trial.text());
              button.setId("cells-try-" + index);
              button.setMnemonicParsing(false);
              button.getStyleClass().addAll("proposal", "try");
              button.setOnAction(_ -> trial.action().accept(model));
              return button;
            })
        .toList();
  }

  private void colour() {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    cards.forEach(card -> card.pictures().forEach(picture -> picture.setPalette(palette)));
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    cards.forEach(card -> card.pictures().forEach(picture -> picture.setTextScale(scale)));
  }
}
