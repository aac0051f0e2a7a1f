package org.modescope.ui.layer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.PlacedLayer;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.TrialButtons;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: what is looked at and the controls of time above, the pictures, their arithmetic, and
/// what it comes to.
final class LayerView {
  /// What is narrower has no room for what is looked at beside the controls.
  private static final double WIDE = 1100;

  /// What is narrower has no room for all pictures beside each other.
  private static final double SLIM_WIDTH = 780;

  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final LayerViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final Map<Kind, Body> bodies = new EnumMap<>(Kind.class);
  private List<String> offered = List.of();

  @FXML private Label title;
  @FXML private Label context;
  @FXML private ComboBox<PlacedLayer> layer;
  @FXML private Label stepName;
  @FXML private Label stepValue;
  @FXML private Label pass;
  @FXML private SegmentedControl<Integer> stages;
  @FXML private Button play;
  @FXML private Icon playIcon;
  @FXML private ScrollPane page;
  @FXML private Slider speed;
  @FXML private Label speedValue;
  @FXML private StackPane body;
  @FXML private FormulaPane formulas;
  @FXML private HBox reading;
  @FXML private ToldText told;
  @FXML private ProgressBar progress;
  @FXML private Label error;
  @FXML private HBox tryBox;
  @FXML private FlowRow trials;

  LayerView(LayerViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
  }

  @FXML
  private void initialize() {
    chooseLayers();
    progress.visibleProperty().bind(model.runningProperty());
    progress.progressProperty().bind(model.shareProperty());
    play.disableProperty().bind(model.faceProperty().map(face -> face.trace().isEmpty()));
    Explained.mark(layer, "layer", text);
    Explained.mark(pass, "pass", text);
    model.passProperty().subscribe(now -> pass.setText(text.numbers().count(now)));
    controlTime();
    model.faceProperty().subscribe(this::show);
    page.widthProperty().subscribe(_ -> fit());
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colourAll());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resizeAll());
  }

  private void chooseLayers() {
    layer.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable PlacedLayer placed) {
            return placed == null ? "" : placed.path() + " · " + placed.spec().type().torchName();
          }

          @Override
          public PlacedLayer fromString(String name) {
            throw new UnsupportedOperationException("layers are chosen, not typed");
          }
        });
    // Names of layers and types are nobody's words.
    layer.setButtonCell(new NameCell(layer.getConverter()));
    layer.setItems(model.layersProperty());
    model.layerProperty().subscribe(_ -> chooseShown());
    layer
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.layerProperty().set(chosen.path());
              }
            });
    model.layersProperty().subscribe(_ -> chooseShown());
  }

  private void chooseShown() {
    model.layersProperty().stream()
        .filter(each -> each.path().equals(model.layerProperty().get()))
        .findFirst()
        .ifPresent(layer::setValue);
  }

  private void controlTime() {
    Playback playback = model.playback();
    playback
        .playingProperty()
        .subscribe(
            isPlaying -> {
              play.setText(text.say(isPlaying ? "trace.pause" : "trace.play"));
              playIcon.setName(isPlaying ? "stop" : "play");
            });
    speed.valueProperty().bindBidirectional(playback.speedProperty());
    playback
        .speedProperty()
        .subscribe(
            value ->
                speedValue.setText(
                    text.say(
                        "trace.speed.value",
                        "speed",
                        text.numbers().fixed(value.doubleValue(), 1))));
    desk.watch().follow(desk.appearance().lessMotionProperty(), playback.stillProperty()::set);
    stages
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && chosen != playback.stageProperty().get()) {
                playback.go(chosen);
              }
            });
    playback.stageProperty().subscribe(now -> stages.valueProperty().set(now.intValue()));
  }

  @FXML
  private void play() {
    model.playback().toggle();
  }

  @FXML
  private void stageBack() {
    model.playback().step(-1);
  }

  @FXML
  private void stageOn() {
    model.playback().step(1);
  }

  @FXML
  private void passBack() {
    model.stepPass(-1);
  }

  @FXML
  private void passOn() {
    model.stepPass(1);
  }

  @FXML
  private void cellBack() {
    model.stepCell(-1);
  }

  @FXML
  private void cellOn() {
    model.stepCell(1);
  }

  private void show(LayerFace face) {
    context.setText(face.context());
    Hint.setText(title, face.context());
    stepName.setText(face.stepper().name());
    stepValue.setText(face.stepper().value());
    offer(face);
    Body present = bodies.computeIfAbsent(face.kind(), this::make);
    if (!body.getChildren().equals(List.of(present.region()))) {
      body.getChildren().setAll(present.region());
    }
    present.show(face);
    formulas.show(face.formulas());
    String spoken = face.formulas().isEmpty() ? "" : face.formulas().getFirst().spoken();
    present
        .pictures()
        .forEach(
            each ->
                each.chart()
                    .setAccessibleText(text.paragraph(each.card().getTitle() + ".", spoken)));
    show(face.reading());
  }

  /// The stages of a normalisation are the heads of its picture; those of others stand here.
  private void offer(LayerFace face) {
    boolean isApart = face.kind() != Kind.NORM;
    stages.setVisible(isApart);
    stages.setManaged(isApart);
    if (isApart && !face.stages().equals(offered)) {
      offered = face.stages();
      stages.offer(
          IntStream.range(0, offered.size())
              .mapToObj(
                  index ->
                      new Choice<>(
                          index,
                          text.numbers().count(index + 1L) + " " + offered.get(index),
                          offered.get(index),
                          "plain"))
              .toList());
    }
  }

  private Body make(Kind kind) {
    Body made =
        switch (kind) {
          case NORM -> new NormBody(model, exports, text);
          case DROP -> new DropBody(model, exports, text);
          case SUM -> new SumBody(model, exports, text);
          case THROUGH -> new ThroughBody(model, exports, text);
        };
    made.pictures().forEach(each -> each.chart().setAccessibleHelp(text.say("trace.heat.help")));
    colour(made);
    resize(made);
    made.setSlim(isSlim());
    return made;
  }

  private void show(ReadingFace shown) {
    told.tell(text, List.of(Part.headline(shown.headline() + " "), Part.detail(shown.detail())));
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    trials.getChildren().setAll(TrialButtons.of("layer", shown.trials(), model));
    tryBox.setVisible(!shown.trials().isEmpty());
    tryBox.setManaged(!shown.trials().isEmpty());
    reading.getStyleClass().setAll("reading", style(shown.tone()));
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail())));
  }

  private static String style(HeadlineTone tone) {
    return switch (tone) {
      case TRAIN -> "reading-train";
      case EVAL -> "reading-eval";
      case PROBLEM -> "reading-problem";
      case INK, GRAD -> "reading-ink";
      case QUIET -> "reading-neutral";
    };
  }

  private void colourAll() {
    bodies.values().forEach(this::colour);
  }

  private void colour(Body made) {
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    made.pictures().forEach(each -> each.chart().setPalette(palette));
  }

  private void resizeAll() {
    bodies.values().forEach(this::resize);
    formulas.setTextScale(textScale());
    fit();
  }

  private double textScale() {
    return desk.appearance().textScaleProperty().get() / 100.0;
  }

  private void fit() {
    boolean hasRoom = page.getWidth() >= WIDE * textScale();
    context.setVisible(hasRoom);
    context.setManaged(hasRoom);
    boolean isSlim = isSlim();
    body.pseudoClassStateChanged(SLIM, isSlim);
    bodies.values().forEach(each -> each.setSlim(isSlim));
  }

  private boolean isSlim() {
    return page.getWidth() > 0 && page.getWidth() < SLIM_WIDTH * textScale();
  }

  private void resize(Body made) {
    double scale = textScale();
    made.pictures().forEach(each -> each.chart().setTextScale(scale));
  }
}
