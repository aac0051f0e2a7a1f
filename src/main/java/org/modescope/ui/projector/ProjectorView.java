package org.modescope.ui.projector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.bench.Proposal;
import org.modescope.ui.bench.ReadingFace;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.instrument.InstrumentId;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Terms;

/// The projector's view.
public final class ProjectorView {
  /// What the figures and the reading take of the width.
  private static final double ASIDE = 0.36;

  private final ProjectorViewModel model;
  private final Figures figures;
  private final ReadingViewModel readings;
  private final Desk desk;

  @FXML private BorderPane root;
  @FXML private Label name;
  @FXML private SegmentedControl<Mode> mode;
  @FXML private SegmentedControl<GradMode> gradMode;
  @FXML private Button run;
  @FXML private VBox aside;
  @FXML private VBox told;
  @FXML private Label error;
  @FXML private ToldText headline;
  @FXML private ToldText detail;
  @FXML private FlowRow next;
  @FXML private Label leave;

  ProjectorView(ProjectorViewModel model, Figures figures, ReadingViewModel reading, Desk desk) {
    this.model = model;
    this.figures = figures;
    this.readings = reading;
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    desk.watch().follow(model.nameProperty(), name::setText);
    desk.watch().follow(model.runTextProperty(), run::setText);
    mode.offer(Arrays.stream(Mode.values()).map(this::choice).toList());
    gradMode.offer(Arrays.stream(GradMode.values()).map(this::choice).toList());
    Explained.segments(mode, Terms::of, desk.text());
    Explained.segments(gradMode, Terms::of, desk.text());
    name(mode, "projector-mode-");
    name(gradMode, "projector-grad-mode-");
    mode.valueProperty().bindBidirectional(model.modeProperty());
    gradMode.valueProperty().bindBidirectional(model.gradModeProperty());
    leave.setText(desk.text().say("bench.projector.leave", "key", Shortcut.STOP.keyText()));
    aside.prefWidthProperty().bind(root.widthProperty().multiply(ASIDE));
    aside.minWidthProperty().bind(aside.prefWidthProperty());
    model.large().enlargedProperty().subscribe(this::arrange);
    desk.watch().follow(readings.faceProperty(), this::show);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  @FXML
  private void run() {
    model.run();
  }

  @FXML
  private void rewind() {
    model.rewind();
  }

  private void press(KeyEvent event) {
    if (event.getCode().isDigitKey() && !event.isShortcutDown() && !event.isAltDown()) {
      // Both DIGIT1 and NUMPAD1 are called by their digit at the end.
      String key = event.getCode().name();
      model.choose(Character.digit(key.charAt(key.length() - 1), 10));
      event.consume();
    }
  }

  /// The two that are not large, above the reading.
  private void arrange(Optional<InstrumentId> large) {
    List<Node> beside =
        Arrays.stream(InstrumentId.values())
            .filter(each -> large.isEmpty() || large.get() != each)
            .map(each -> (Node) figures.of(each))
            .toList();
    aside.getChildren().removeIf(node -> node instanceof FigureCard);
    aside.getChildren().addAll(0, beside);
  }

  private void show(ReadingFace face) {
    String tone = face.tone().name().toLowerCase(Locale.ROOT);
    told.getStyleClass().setAll("projector-reading", "reading-" + tone);
    headline.tell(desk.text(), List.of(new Part(face.headline(), "projector-headline")));
    detail.tell(
        desk.text(),
        Sentences.of(face.detail(), desk.text().language().locale()).stream()
            .map(Part::detail)
            .toList());
    error.setText(face.error());
    error.setVisible(!face.error().isEmpty());
    error.setManaged(error.isVisible());
    List<Proposal> steps = face.remedies().isEmpty() ? face.next() : face.remedies();
    next.getChildren().setAll(steps.stream().limit(1).map(this::step).toList());
  }

  private Node step(Proposal proposal) {
    if (proposal.action().isEmpty()) {
      Label advice = new Label(proposal.text());
      advice.setWrapText(true);
      return advice;
    }
    Button button = new Button(proposal.text());
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.setOnAction(_ -> readings.take(proposal));
    return button;
  }

  private static void name(SegmentedControl<?> segments, String prefix) {
    for (Node segment : segments.getChildren()) {
      segment.setId(prefix + segment.getUserData().toString().toLowerCase(Locale.ROOT));
    }
  }

  private Choice<Mode> choice(Mode each) {
    return new Choice<>(
        each,
        desk.text().say("shell.mode." + each.key() + ".text"),
        desk.text().say("shell.mode." + each.key() + ".hint"),
        each.key());
  }

  private Choice<GradMode> choice(GradMode each) {
    String style = each == GradMode.GRAD ? "grad" : "quiet";
    String hint = desk.text().say("shell.grad-mode." + each.key() + ".hint");
    return new Choice<>(each, each.key(), hint, style);
  }
}
