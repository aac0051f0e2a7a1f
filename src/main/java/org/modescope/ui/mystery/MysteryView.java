package org.modescope.ui.mystery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.InvalidValueException;
import org.modescope.mystery.Level;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.Outcome;
import org.modescope.mystery.Trial;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentGrid;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the guesses in a panel, the instruments, and below them what may be tried.
final class MysteryView {
  private static final PseudoClass MEASURING = PseudoClass.getPseudoClass("measuring");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// In sizes of text: in a narrower window the panel gives way, so that instruments stand side by
  /// side.
  private static final double WIDE_EM = 80;

  private static final int FEW = MysteryNet.PASSES;
  private static final int MANY = 100;

  private final MysteryViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final BarCover cover;
  private @Nullable MysteryCharts charts;

  @FXML private BorderPane root;
  @FXML private SegmentedControl<Level> level;
  @FXML private EntryField number;
  @FXML private Label intro;
  @FXML private ScrollPane scroll;
  @FXML private VBox body;
  @FXML private FlowRow foot;
  @FXML private InstrumentGrid grid;
  @FXML private InstrumentCard outputs;
  @FXML private InstrumentCard statistics;
  @FXML private InstrumentCard memory;
  @FXML private HBox reading;
  @FXML private ToldText told;
  @FXML private Label error;
  @FXML private FlowRow trials;

  MysteryView(MysteryViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    cover = new BarCover(text);
  }

  @FXML
  private void initialize() {
    level.offer(Arrays.stream(Level.values()).map(this::choice).toList());
    EntryViewModel entry = new EntryViewModel(text.say("mystery.number"), this::take);
    number.show(entry);
    number.field().setId("mystery-number");
    trials.getChildren().setAll(buttons());
    MysteryCharts made =
        new MysteryCharts(grid, List.of(outputs, statistics, memory), exports, desk);
    charts = made;
    model
        .netProperty()
        .subscribe(
            net -> {
              level.valueProperty().set(net.level());
              entry.show(Long.toString(net.number()));
              intro.setText(intro(net));
              rebuild();
            });
    level.valueProperty().subscribe(this::takeLevel);
    model.progressProperty().subscribe(_ -> rebuild());
    model.guessProperty().subscribe(_ -> rebuildFoot());
    model.shownProperty().subscribe(this::show);
    model.readingProperty().subscribe(this::show);
    model.tried().subscribe(this::rebuildTried);
    // Disabled buttons would lose the focus, and keys would have to find their way back.
    model.busyProperty().subscribe(isBusy -> trials.pseudoClassStateChanged(MEASURING, isBusy));
    root.sceneProperty().subscribe(_ -> coverBar());
    root.widthProperty().subscribe(_ -> fit());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> fit());
  }

  private void fit() {
    boolean isNarrow = root.getWidth() < WIDE_EM * desk.appearance().fontSize();
    root.pseudoClassStateChanged(NARROW, isNarrow);
  }

  private Choice<Level> choice(Level offered) {
    return new Choice<>(
        offered,
        Integer.toString(offered.number()),
        text.say("mystery.level." + offered.number()),
        "plain");
  }

  private void takeLevel(@Nullable Level chosen) {
    if (chosen != null) {
      model.take(chosen, model.net().number());
    }
  }

  private void take(String typed) throws InvalidValueException {
    model.take(model.net().level(), WholeNumber.parseSeed(text, text.say("mystery.number"), typed));
  }

  private String intro(MysteryNet net) {
    String told =
        text.say(
            "mystery.intro",
            "layers",
            net.slots().size(),
            "features",
            net.features(),
            "rows",
            MysteryNet.ROWS);
    return net.level().tellsParameters()
        ? told
        : text.paragraph(
            told,
            text.say("mystery.intro.total", "count", text.numbers().count(PanelParts.total(net))));
  }

  @FXML
  private void another() {
    model.another();
  }

  @FXML
  private void open() {
    model.open();
  }

  private List<Node> buttons() {
    return List.of(
        button("run", text.say("mystery.try.run", "passes", FEW), Trial.RUN, FEW),
        button("many", text.say("mystery.try.run", "passes", MANY), Trial.RUN, MANY),
        button("alone", text.say("mystery.trial.alone"), Trial.ALONE, FEW),
        button("company", text.say("mystery.trial.company"), Trial.COMPANY, 1),
        button("backward", text.say("mystery.trial.backward"), Trial.BACKWARD, 1),
        button("stretch", text.say("mystery.trial.stretch"), Trial.STRETCH, 1));
  }

  private Button button(String key, String words, Trial trial, int passes) {
    Button button = new Button(words);
    button.setId("mystery-" + key);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("proposal", "try");
    button.setOnAction(_ -> model.make(trial, passes));
    Hint.setText(button, text.say("mystery.try." + trial.key() + ".hint"));
    return button;
  }

  private PanelParts parts() {
    return new PanelParts(model, text);
  }

  /// Cards to guess on before the answer is told, and what gave it away after.
  private void rebuild() {
    boolean hadFocus = foot.isFocusWithin() || body.isFocusWithin();
    PanelParts parts = parts();
    boolean isTold = model.progress().isTold();
    body.getChildren().setAll(isTold ? parts.marks() : parts.cards());
    body.getChildren().add(parts.tried());
    foot.getChildren().setAll(parts.foot());
    intro.setVisible(!isTold);
    intro.setManaged(!isTold);
    if (hadFocus) {
      focusAgain();
    }
    scroll.setVvalue(0);
    coverBar();
    if (charts != null) {
      charts.show(model.shownProperty().get(), isTold);
    }
  }

  private void rebuildFoot() {
    boolean hadFocus = foot.isFocusWithin();
    foot.getChildren().setAll(parts().foot());
    if (hadFocus) {
      focusAgain();
    }
  }

  /// Keys go on where they were: at the filled button, or at the first guess about another net.
  private void focusAgain() {
    Node filled = foot.getChildren().getFirst();
    Node next = filled.isDisabled() ? body.lookup("#guess-0") : filled;
    if (next != null) {
      next.requestFocus();
    }
  }

  private void rebuildTried() {
    if (!body.getChildren().isEmpty()) {
      body.getChildren().set(body.getChildren().size() - 1, parts().tried());
    }
  }

  private void coverBar() {
    cover.lie(
        root.getScene(),
        model.progress().isTold() ? Optional.of(model.net().truth()) : Optional.empty());
  }

  private void show(Optional<Outcome> outcome) {
    if (charts != null) {
      charts.show(outcome, model.progress().isTold());
    }
  }

  private void show(MysteryReading shown) {
    told.tell(text, List.of(Part.headline(shown.headline() + " "), Part.detail(shown.detail())));
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    reading.setAccessibleText(
        text.paragraph(List.of(shown.headline(), shown.error(), shown.detail())));
  }

  /// A sentence that takes as many lines as it needs.
  static Label wrapping(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /// A button with an icon.
  static Button button(String id, String words, String icon, Runnable action) {
    Button button = new Button(words, new Icon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
