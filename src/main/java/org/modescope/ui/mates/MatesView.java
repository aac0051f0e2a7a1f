package org.modescope.ui.mates;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.modescope.measure.Comparison.Start;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.mates.AnswersChart;
import org.modescope.ui.chart.mates.BatchChart;
import org.modescope.ui.chart.mates.SizesChart;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.TrialButtons;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the rows, their answers, the sizes, and the reading.
final class MatesView {
  private final MatesViewModel model;
  private final MatesEntries entries;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final BatchChart batch;
  private final AnswersChart answers;
  private final SizesChart sizes;

  @FXML private Label provenance;
  @FXML private SegmentedControl<Start> start;
  @FXML private Button otherMates;
  @FXML private Button stop;
  @FXML private Button outlier;
  @FXML private Slider rowsSlider;
  @FXML private EntryField rows;
  @FXML private ProgressBar progress;
  @FXML private InstrumentCard batchCard;
  @FXML private InstrumentCard answersCard;
  @FXML private InstrumentCard sizesCard;
  @FXML private HBox reading;
  @FXML private ToldText told;
  @FXML private Label error;
  @FXML private Label asleep;
  @FXML private VBox tryRow;
  @FXML private FlowRow trials;

  MatesView(MatesViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    entries = new MatesEntries(model, text);
    batch = new BatchChart(text, model::select);
    answers = new AnswersChart(text);
    sizes = new SizesChart(text);
  }

  @FXML
  private void initialize() {
    start.offer(
        List.of(
            choice(Start.AS_BUILT, "mates.start.built.text", "mates.start.built.hint"),
            choice(Start.ON_BENCH, "mates.start.bench.text", "mates.start.bench.hint")));
    start.valueProperty().bindBidirectional(model.startProperty());
    stop.visibleProperty().bind(model.runningProperty());
    otherMates.visibleProperty().bind(model.runningProperty().not());
    progress.progressProperty().bind(model.fractionProperty());
    progress.visibleProperty().bind(model.runningProperty());
    model.changedProperty().subscribe(this::showOutlier);
    new RowsSlider(rowsSlider, model).follow(desk.watch());
    rows.show(entries.rows());
    place(batchCard, batch);
    place(answersCard, answers);
    place(sizesCard, sizes);
    EntryField number = EntryField.of(entries.number());
    number.field().setId("mates-number");
    EntryField row = EntryField.of(entries.row());
    row.field().setId("mates-row");
    row.setHelp(text.say("mates.row.hint"));
    number.setHelp(text.say("mates.number.hint"));
    explain(row);
    batchCard.addControls(row, number);
    batchCard.linkRows(this::selectedRow, this::selectRow);
    model.faceProperty().subscribe(this::show);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
  }

  private OptionalInt selectedRow() {
    return OptionalInt.of(model.selection().mate());
  }

  /// The row in focus comes first, and is no mate of its own.
  private void selectRow(int row) {
    if (row > 0 && row != model.selection().mate()) {
      model.select(row, model.selection().place());
    }
  }

  private void explain(EntryField row) {
    Explained.entry(rows, "batch", text);
    Explained.entry(row, "row", text);
    batchCard.explainTitle("batch-mates");
    answersCard.explainTitle("batch-statistics");
    sizesCard.explainTitle("batch");
  }

  @FXML
  private void otherMates() {
    model.otherMates();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void outlier() {
    model.toggleOutlier();
  }

  @FXML
  private void alone() {
    model.resize(1);
  }

  private Choice<Start> choice(Start value, String name, String hint) {
    return new Choice<>(value, text.say(name), text.say(hint), "plain");
  }

  private void showOutlier(boolean isChanged) {
    outlier.setText(text.say(isChanged ? "mates.outlier.out" : "mates.outlier"));
  }

  private void place(InstrumentCard card, Chart chart) {
    card.speak(text);
    card.showProvenance("");
    chart.setFocusTraversable(true);
    card.setChart(chart, chart::table);
    chart.explainWith((word, term) -> Explained.word(word, term, text));
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), () -> chart, () -> words(card), exports, text));
  }

  private InstrumentText words(InstrumentCard card) {
    MatesFace face = model.faceProperty().get();
    return card == batchCard
        ? face.batchWords()
        : card == answersCard ? face.answersWords() : face.sizesWords();
  }

  private void show(MatesFace face) {
    provenance.setText(face.provenance());
    provenance.setVisible(!face.provenance().isEmpty());
    batch.setPlaceholder(face.batchWords().emptyReason());
    answers.setPlaceholder(face.answersWords().emptyReason());
    sizes.setPlaceholder(face.sizesWords().emptyReason());
    batch.show(face.batch());
    answers.show(face.answers());
    sizes.show(face.sizes());
    answersCard.setTitle(face.answersTitle());
    answersCard.speak(text);
    Stream.of(batchCard, answersCard, sizesCard)
        .forEach(
            card -> {
              card.show(words(card));
              card.numbersChanged();
            });
    entries.refresh();
    show(face.reading());
  }

  private void show(MatesReading shown) {
    told.tell(text, List.of(Part.headline(shown.headline() + " "), Part.detail(shown.detail())));
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    asleep.setText(shown.asleep());
    tryRow.setVisible(!shown.trials().isEmpty());
    trials.getChildren().setAll(TrialButtons.of("mates", shown.trials(), model));
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail(), shown.asleep())));
  }

  private void colour() {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    List.of(batch, answers, sizes).forEach(chart -> chart.setPalette(palette));
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    List.of(batch, answers, sizes).forEach(chart -> chart.setTextScale(scale));
  }
}
