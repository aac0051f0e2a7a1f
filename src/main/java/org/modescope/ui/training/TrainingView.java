package org.modescope.ui.training;

import java.util.List;
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
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.screen.Desk;
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
  private final Desk desk;
  private final Text text;
  private final TrainingCharts charts;
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
  @FXML private InstrumentCard backwardCard;
  @FXML private InstrumentCard memoryCard;
  @FXML private InstrumentCard heldCard;
  @FXML private VBox loopCard;
  @FXML private Label loopHeadline;
  @FXML private ScrollPane loopScroll;
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
    this.desk = desk;
    text = desk.text();
    charts = new TrainingCharts(desk, exports, () -> model.faceProperty().get());
  }

  @FXML
  private void initialize() {
    offerPages();
    stop.visibleProperty().bind(model.runningProperty());
    train.visibleProperty().bind(model.runningProperty().not());
    cards().fill(charts);
    offerBeside();
    readingBar().prepare();
    SettingBox box = new SettingBox(settingRows, text);
    setting.sectionsProperty().subscribe(box::show);
    model.canBeRightProperty().subscribe(_ -> arrange());
    SwitchesBox switchesBox = new SwitchesBox(switches, forgotten, text);
    LoopBox loopBox = new LoopBox(loopScroll, loop, forgotten, text);
    forgotten.switchesProperty().subscribe(switchesBox::show);
    forgotten.switchesProperty().subscribe(_ -> showForgotten());
    forgotten.loopProperty().subscribe(loopBox::show);
    forgotten.selectedProperty().subscribe(switchesBox::select);
    forgotten
        .selectedProperty()
        .subscribe(
            line -> {
              arrange();
              loopBox.reveal(line);
            });
    unfold.selectedProperty().subscribe(_ -> arrange());
    model.pageProperty().subscribe(_ -> arrange());
    model.faceProperty().subscribe(this::show);
    desk.watch().follow(page.widthProperty(), _ -> arrangeIfNarrowed());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> arrangeIfNarrowed());
  }

  private TrainingCards cards() {
    return new TrainingCards(
        lossCard,
        accuracyCard,
        driftCard,
        gradientsCard,
        updatesCard,
        directionCard,
        backwardCard,
        memoryCard,
        heldCard,
        loopCard);
  }

  private ReadingBar readingBar() {
    return new ReadingBar(
        reading, headline, detail, error, tryRow, trials, showFindings, findings, model, text);
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
    cards()
        .arrange(
            new CardGrid(grid, isStacked),
            model.pageProperty().get(),
            model.canBeRight(),
            forgotten.selectedProperty().get());
    boolean isMany = model.pageProperty().get() == Page.GRADIENTS;
    body.getStyleClass()
        .setAll(
            "training-body",
            isStacked ? "stacked" : "side-by-side",
            isMany ? "many-charts" : "few-charts");
    show(switchesPart, isForgotten);
    show(unfold, isForgotten);
    show(summary, isForgotten && !unfold.isSelected());
    show(settingScroll, !isForgotten || unfold.isSelected());
    settingCard.getStyleClass().setAll("setting-card", isForgotten ? "wide" : "slim");
    charts.show(model.faceProperty().get());
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
    charts.show(face);
    readingBar().show(face.reading());
  }

  private String trainKey() {
    if (model.experiment().training().isEmpty()) {
      return "training.set-up";
    }
    return model.course().isPresent() ? "training.again" : "training.train";
  }
}
