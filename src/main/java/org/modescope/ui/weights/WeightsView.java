package org.modescope.ui.weights;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.weights.Block;
import org.modescope.ui.chart.weights.EffectChart;
import org.modescope.ui.chart.weights.HistogramChart;
import org.modescope.ui.chart.weights.SheetChart;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the keys, the sheet of one of them, its histogram, what edits did, what was loaded.
final class WeightsView {
  private final WeightsViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final SheetChart sheet;
  private final HistogramChart histogram;
  private final EffectChart effect;
  private final BlockBar bar;

  @FXML private ScrollPane page;
  @FXML private Label title;
  @FXML private Label shape;
  @FXML private Label origin;
  @FXML private Label edited;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button asDrawn;
  @FXML private Button save;
  @FXML private TextField wanted;
  @FXML private ListView<KeyLine> keys;
  @FXML private InstrumentCard sheetCard;
  @FXML private InstrumentCard histogramCard;
  @FXML private InstrumentCard effectCard;
  @FXML private VBox loadedCard;
  @FXML private HBox reading;
  @FXML private Label error;
  @FXML private javafx.scene.text.Text headline;
  @FXML private javafx.scene.text.Text detail;
  @FXML private HBox tryRow;
  @FXML private FlowRow trials;

  WeightsView(WeightsViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    sheet = new SheetChart(text);
    histogram = new HistogramChart(text);
    effect = new EffectChart(text);
    bar = new BlockBar(model, sheet, text);
  }

  @FXML
  private void initialize() {
    KeyList list = new KeyList(keys, model);
    keys.setCellFactory(_ -> new KeyCell(text, this::palette));
    wanted.textProperty().bindBidirectional(model.wantedProperty());
    place(sheetCard, sheet, new SheetPane(model, sheet, text));
    sheetCard.getChildren().add(1, bar);
    place(histogramCard, histogram, histogram);
    place(effectCard, effect, effect);
    new LoadedCard(model, text).fill(loadedCard);
    sheet.onSelected(model::select);
    desk.watch().follow(desk.workbench().canUndoProperty(), can -> undo.setDisable(!can));
    desk.watch().follow(desk.workbench().canRedoProperty(), can -> redo.setDisable(!can));
    model.faceProperty().subscribe(face -> show(face, list));
    model.selectedProperty().subscribe(this::showSelected);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
    FileDrop.on(page, page.getContent(), model::load);
  }

  @FXML
  private void undo() {
    model.undo();
  }

  @FXML
  private void redo() {
    model.redo();
  }

  @FXML
  private void goBackToDrawn() {
    model.goBackToDrawn();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void load() {
    model.load();
  }

  private void place(InstrumentCard card, Chart chart, Region region) {
    card.speak(text);
    card.showProvenance("");
    card.setChart(region, chart::table);
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), () -> chart, () -> words(card), exports, text));
  }

  private InstrumentText words(InstrumentCard card) {
    WeightsFace face = model.faceProperty().get();
    return card == sheetCard
        ? face.sheetWords()
        : card == histogramCard ? face.histogramWords() : face.effectWords();
  }

  private void show(WeightsFace face, KeyList list) {
    title.setText(face.title());
    shape.setText(face.shape());
    origin.setText(face.origin());
    edited.setText(face.edited());
    edited.setVisible(!face.edited().isEmpty());
    edited.setManaged(!face.edited().isEmpty());
    boolean isDrawn = desk.workbench().experiment().parameters().isEmpty();
    asDrawn.setDisable(isDrawn);
    save.setDisable(face.sheet().isEmpty());
    list.show(face.keys(), face.title());
    sheet.setPlaceholder(face.sheetWords().emptyReason());
    histogram.setPlaceholder(face.histogramWords().emptyReason());
    effect.setPlaceholder(face.effectWords().emptyReason());
    sheet.show(face.sheet());
    histogram.show(face.histogram());
    effect.show(face.effect());
    Stream.of(sheetCard, histogramCard, effectCard)
        .forEach(
            card -> {
              card.show(words(card));
              card.numbersChanged();
            });
    showSelected(model.selectedProperty().get());
    show(face.reading());
  }

  private void showSelected(Block block) {
    sheet.select(block, model.spokenText());
    bar.show(model.selectedText(), model.isKeyEdited());
  }

  private void show(WeightsReading shown) {
    headline.setText(shown.headline() + " ");
    detail.setText(shown.detail());
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    tryRow.setVisible(!shown.trials().isEmpty());
    tryRow.setManaged(!shown.trials().isEmpty());
    trials.getChildren().setAll(buttons(shown.trials()));
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail())));
  }

  private List<Node> buttons(List<WeightsReading.Trial> offered) {
    return IntStream.range(0, offered.size())
        .<Node>mapToObj(
            index -> {
              WeightsReading.Trial trial = offered.get(index);
              Button button = new Button(trial.text());
              button.setId("weights-try-" + index);
              button.setMnemonicParsing(false);
              button.getStyleClass().addAll("proposal", "try");
              button.setOnAction(_ -> trial.action().accept(model));
              return button;
            })
        .toList();
  }

  private ChartPalette palette() {
    return switch (desk.appearance().brightnessProperty().get()) {
      case LIGHT -> ChartPalette.light();
      case DARK -> ChartPalette.dark();
    };
  }

  private void colour() {
    List.<Chart>of(sheet, histogram, effect).forEach(chart -> chart.setPalette(palette()));
    keys.refresh();
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    List.<Chart>of(sheet, histogram, effect).forEach(chart -> chart.setTextScale(scale));
  }
}
