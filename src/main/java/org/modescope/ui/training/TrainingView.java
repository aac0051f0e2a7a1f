package org.modescope.ui.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Forgotten;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.training.CurvesChart;
import org.modescope.ui.chart.training.HeldChart;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.ui.training.TrainingFace.Place;
import org.modescope.words.Text;

/// The page: the setting, the charts of the aspect that is looked at, and the reading.
final class TrainingView {
  /// In sizes of text: what is beside the charts, and what two of them need.
  private static final double SLIM_SETTING = 22.5;

  private static final double WIDE_SETTING = 27;
  private static final double LEAST_FOR_TWO = 42;

  private final TrainingViewModel model;
  private final SettingViewModel setting;
  private final ForgottenViewModel forgotten;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final Map<Place, CurvesChart> charts = new EnumMap<>(Place.class);
  private final HeldChart held;
  private final CheckBox beside = new CheckBox();
  private boolean isStacked;

  @FXML private ScrollPane page;
  @FXML private HBox body;
  @FXML private Label context;
  @FXML private Label provenance;
  @FXML private SegmentedControl<Page> pages;
  @FXML private HBox far;
  @FXML private Label progressText;
  @FXML private ProgressBar progress;
  @FXML private Button take;
  @FXML private Button train;
  @FXML private Button stop;
  @FXML private VBox settingCard;
  @FXML private ToggleButton unfold;
  @FXML private Label unset;
  @FXML private Label summary;
  @FXML private Node settingScroll;
  @FXML private VBox settingRows;
  @FXML private VBox switchesPart;
  @FXML private Label switchesOn;
  @FXML private VBox switches;
  @FXML private GridPane grid;
  @FXML private InstrumentCard lossCard;
  @FXML private InstrumentCard accuracyCard;
  @FXML private InstrumentCard driftCard;
  @FXML private InstrumentCard gradientsCard;
  @FXML private InstrumentCard updatesCard;
  @FXML private InstrumentCard directionCard;
  @FXML private InstrumentCard heldCard;
  @FXML private VBox loopCard;
  @FXML private Label loopHeadline;
  @FXML private VBox loop;
  @FXML private Button mend;
  @FXML private HBox reading;
  @FXML private javafx.scene.text.Text headline;
  @FXML private javafx.scene.text.Text detail;
  @FXML private Label error;
  @FXML private VBox tryRow;
  @FXML private FlowRow trials;
  @FXML private ToggleButton showFindings;
  @FXML private VBox findings;

  TrainingView(
      TrainingViewModel model,
      SettingViewModel setting,
      ForgottenViewModel forgotten,
      ChartExport exports,
      Desk desk) {
    this.model = model;
    this.setting = setting;
    this.forgotten = forgotten;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    for (Place place : Place.values()) {
      charts.put(place, new CurvesChart(text));
    }
    held = new HeldChart(text);
  }

  @FXML
  private void initialize() {
    offerPages();
    stop.visibleProperty().bind(model.runningProperty());
    train.visibleProperty().bind(model.runningProperty().not());
    for (Place place : Place.values()) {
      place(card(place), chart(place));
    }
    place(heldCard, held);
    offerBeside();
    driftCard.explainTitle("running-mean");
    gradientsCard.explainTitle("gradient");
    heldCard.explainTitle("extra-bytes");
    showFindings.managedProperty().bind(showFindings.visibleProperty());
    findings.visibleProperty().bind(showFindings.selectedProperty());
    findings.managedProperty().bind(findings.visibleProperty());
    SettingBox box = new SettingBox(settingRows, text);
    setting.sectionsProperty().subscribe(box::show);
    model.canBeRightProperty().subscribe(_ -> arrange());
    SwitchesBox switchesBox = new SwitchesBox(switches, forgotten, text);
    LoopBox loopBox = new LoopBox(loop, forgotten, text);
    forgotten.switchesProperty().subscribe(switchesBox::show);
    forgotten.switchesProperty().subscribe(_ -> showForgotten());
    forgotten.loopProperty().subscribe(loopBox::show);
    forgotten.selectedProperty().subscribe(switchesBox::select);
    forgotten.selectedProperty().subscribe(_ -> arrange());
    unfold.selectedProperty().subscribe(_ -> arrange());
    model.pageProperty().subscribe(_ -> arrange());
    model.faceProperty().subscribe(this::show);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
    desk.watch().follow(page.widthProperty(), _ -> arrangeIfNarrowed());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> arrangeIfNarrowed());
  }

  private void offerPages() {
    pages.offer(
        List.of(
            page(Page.COURSE, "training.page.course", "training.page.course.hint"),
            page(Page.FORGOTTEN, "training.page.forgotten", "training.page.forgotten.hint"),
            page(Page.GRADIENTS, "training.page.gradients", "training.page.gradients.hint")));
    pages.valueProperty().bindBidirectional(model.pageProperty());
  }

  private Choice<Page> page(Page page, String name, String hint) {
    return new Choice<>(page, text.say(name), text.say(hint), "plain");
  }

  private void offerBeside() {
    beside.setText(text.say("training.beside"));
    beside.setId("training-beside");
    beside.getStyleClass().add("training-beside");
    beside.selectedProperty().bindBidirectional(model.besideProperty());
    model
        .earlierProperty()
        .subscribe(
            earlier -> {
              beside.setVisible(earlier.isPresent());
              beside.setManaged(earlier.isPresent());
            });
    lossCard.addControls(beside);
  }

  @FXML
  private void train() {
    model.train();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void take() {
    model.takeToBench();
  }

  @FXML
  private void mend() {
    forgotten.mend();
  }

  private CurvesChart chart(Place place) {
    return Objects.requireNonNull(charts.get(place));
  }

  private InstrumentCard card(Place place) {
    return switch (place) {
      case LOSS -> lossCard;
      case ACCURACY -> accuracyCard;
      case DRIFT -> driftCard;
      case GRADIENTS -> gradientsCard;
      case UPDATES -> updatesCard;
      case DIRECTION -> directionCard;
    };
  }

  private void place(InstrumentCard card, Chart chart) {
    card.speak(text);
    card.showProvenance("");
    card.setChart(chart, chart::table);
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), () -> chart, () -> words(card), exports, text));
  }

  private InstrumentText words(InstrumentCard card) {
    TrainingFace face = model.faceProperty().get();
    return Stream.of(Place.values())
        .filter(place -> card(place).equals(card))
        .map(place -> face.panel(place).words())
        .findFirst()
        .orElseGet(() -> face.held().words());
  }

  private void arrangeIfNarrowed() {
    if (isNarrow() != isStacked) {
      arrange();
    }
  }

  /// Whether two charts side by side would have too little room each, as large as the text is.
  private boolean isNarrow() {
    double width = page.getWidth() / desk.appearance().fontSize();
    double besides = model.pageProperty().get() == Page.FORGOTTEN ? WIDE_SETTING : SLIM_SETTING;
    return width > 0 && width - besides < LEAST_FOR_TWO;
  }

  /// Puts the cards of the aspect that is looked at into their places, and all others away.
  private void arrange() {
    isStacked = isNarrow();
    boolean isForgotten = model.pageProperty().get() == Page.FORGOTTEN;
    grid.getChildren().forEach(each -> show(each, false));
    CardGrid cards = new CardGrid(grid, isStacked);
    switch (model.pageProperty().get()) {
      case COURSE -> {
        if (model.canBeRight()) {
          cards.wideAbove(lossCard, accuracyCard, driftCard);
        } else {
          cards.both(lossCard, driftCard);
        }
      }
      case FORGOTTEN ->
          cards.wideBelow(lossCard, loopCard, telling(forgotten.selectedProperty().get()));
      case GRADIENTS -> cards.wideBelow(gradientsCard, updatesCard, directionCard);
    }
    body.getStyleClass().setAll("training-body", isStacked ? "stacked" : "side-by-side");
    show(switchesPart, isForgotten);
    show(unfold, isForgotten);
    show(summary, isForgotten && !unfold.isSelected());
    show(settingScroll, !isForgotten || unfold.isSelected());
    settingCard.getStyleClass().setAll("setting-card", isForgotten ? "wide" : "slim");
    showCharts(model.faceProperty().get());
  }

  /// The chart in which a forgotten line shows.
  private InstrumentCard telling(Forgotten line) {
    return switch (line) {
      case TOTAL_PLUS_LOSS, NO_NO_GRAD -> heldCard;
      case NO_ZERO_GRAD -> gradientsCard;
      case NO_EVAL_IN_VALIDATION, NO_TRAIN_AFTER, FROZEN_WITHOUT_EVAL, TRAIN_UNDOES_EVAL ->
          driftCard;
    };
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private void showForgotten() {
    long count = forgotten.count();
    switchesOn.setText(
        text.say(
            "training.forgotten.on",
            "count",
            count,
            "all",
            forgotten.switchesProperty().get().size()));
    loopHeadline.setText(text.say("training.loop.headline", "count", count));
    mend.setDisable(count == 0);
    summary.setText(new SettingSummary(text).of(setting.experiment()));
  }

  private void show(TrainingFace face) {
    context.setText(face.context());
    provenance.setText(face.provenance());
    provenance.setVisible(!face.provenance().isEmpty());
    progressText.setText(face.progress());
    progress.setProgress(face.share());
    show(far, !face.progress().isEmpty());
    show(take, model.course().isPresent());
    take.setDisable(!face.canTake());
    train.setText(text.say(trainKey()));
    show(unset, model.experiment().training().isEmpty());
    showCharts(face);
    show(face.reading());
  }

  /// Those that are looked at: the others would be painted for nobody.
  private void showCharts(TrainingFace face) {
    for (Place place : Place.values()) {
      if (card(place).isVisible()) {
        Panel panel = face.panel(place);
        chart(place).setPlaceholder(panel.words().emptyReason());
        chart(place).show(panel.curves());
        show(card(place), panel.words(), face.isRunning());
      }
    }
    if (heldCard.isVisible()) {
      held.setPlaceholder(face.held().words().emptyReason());
      held.show(face.held().face());
      show(heldCard, face.held().words(), face.isRunning());
    }
  }

  private String trainKey() {
    if (model.experiment().training().isEmpty()) {
      return "training.set-up";
    }
    return model.course().isPresent() ? "training.again" : "training.train";
  }

  /// A table of thousands of lines is not made anew several times a second.
  private static void show(InstrumentCard card, InstrumentText words, boolean isRunning) {
    card.show(words);
    if (!isRunning) {
      card.numbersChanged();
    }
  }

  private void show(TrainingReading shown) {
    reading.getStyleClass().setAll("reading", shown.tone().styleClass());
    headline.setText(shown.headline() + " ");
    detail.setText(shown.detail());
    error.setText(shown.error());
    show(error, !shown.error().isEmpty());
    tryRow.setVisible(!shown.trials().isEmpty());
    trials.getChildren().setAll(buttons(shown.trials()));
    showFindings(shown.findings());
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail())));
  }

  private void showFindings(List<String> found) {
    showFindings.setVisible(!found.isEmpty());
    showFindings.setSelected(showFindings.isSelected() && !found.isEmpty());
    showFindings.setText(text.say("bench.findings", "count", found.size()));
    findings.getChildren().setAll(found.stream().map(TrainingView::finding).toList());
  }

  private static Node finding(String told) {
    Label finding = new Label(told);
    finding.setWrapText(true);
    finding.setMinHeight(Label.USE_PREF_SIZE);
    finding.getStyleClass().add("finding-item");
    return finding;
  }

  private List<Node> buttons(List<TrainingTrial> offered) {
    return IntStream.range(0, offered.size())
        .<Node>mapToObj(
            index -> {
              TrainingTrial trial = offered.get(index);
              Button button = new Button(trial.text());
              button.setId("training-try-" + index);
              button.setMnemonicParsing(false);
              button.getStyleClass().addAll("proposal", "try");
              button.setOnAction(_ -> trial.action().accept(model));
              return button;
            })
        .toList();
  }

  private Stream<Chart> allCharts() {
    return Stream.concat(charts.values().stream(), Stream.of(held));
  }

  private void colour() {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    allCharts().forEach(chart -> chart.setPalette(palette));
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    allCharts().forEach(chart -> chart.setTextScale(scale));
  }
}
