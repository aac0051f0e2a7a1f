package org.modescope.ui.paste;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.paste.LineMark.Kind;
import org.modescope.ui.paste.PythonColours.Underline;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// The view of the place to type.
public final class PasteView {
  /// The size of code beside that of other text.
  private static final double CODE_SIZE = 0.85;

  private final PasteViewModel model;
  private final Desk desk;
  private final Text text;
  private final CodeField field;
  private Optional<Problem> problem = Optional.empty();
  private int caretLine = 1;
  private boolean isFocusAsked;

  @FXML private VBox root;
  @FXML private StackPane page;
  @FXML private Pane behind;
  @FXML private Pane before;
  @FXML private VBox box;
  @FXML private Label boxTitle;
  @FXML private Label boxDetail;
  @FXML private Button usePart;
  @FXML private Button leaveOut;
  @FXML private Label prompt;
  @FXML private Label layers;
  @FXML private Label layersLabel;
  @FXML private Label over;
  @FXML private Label overLabel;
  @FXML private VBox problemCount;
  @FXML private Label problems;
  @FXML private Label assumed;
  @FXML private Button use;

  private final Runnable afterLayout = this::place;
  private LineNotes notes;

  public PasteView(PasteViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    text = desk.text();
    field = new CodeField(text.say("paste.accessible"), model::type, this::caretAt);
    // Their real panes come with the file.
    notes = new LineNotes(field, new Pane(), new Pane(), new VBox());
  }

  @FXML
  private void initialize() {
    Stylist.dress(root, "paste");
    notes = new LineNotes(field, behind, before, box);
    page.getChildren().add(1, field.node());
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(page.widthProperty());
    clip.heightProperty().bind(page.heightProperty());
    page.setClip(clip);
    use.setText(text.say("paste.use"));
    Hint.setText(use, text.say("paste.use.help", "keys", Shortcut.RUN.keyTexts().getLast()));
    problemCount.setOnMouseClicked(_ -> goToNextProblem());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    before.widthProperty().subscribe(_ -> layOutPrompt());
    root.sceneProperty().subscribe(this::moved);
    desk.watch().keep(field::close);
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
    desk.watch().follow(model.draft().textProperty(), this::take);
    desk.watch().follow(model.draft().openProperty(), this::opened);
    model.faceProperty().subscribe(this::show);
  }

  @FXML
  private void paste() {
    Object pasted = Clipboard.getSystemClipboard().getContent(DataFormat.PLAIN_TEXT);
    if (pasted instanceof String code) {
      field.show(code);
    }
    field.focus();
  }

  @FXML
  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, field.text()));
  }

  @FXML
  private void leave() {
    model.leave();
  }

  @FXML
  private void use() {
    model.useWhole();
  }

  @FXML
  private void usePart() {
    model.usePart();
  }

  @FXML
  private void leaveOut() {
    problem.ifPresent(model::leaveOut);
  }

  private void press(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE) {
      model.leave();
      press.consume();
    } else if (Shortcut.RUN.keys().stream().anyMatch(key -> key.match(press))) {
      model.useWhole();
      press.consume();
    }
  }

  private void take(String typed) {
    field.show(typed);
    prompt.setVisible(typed.isEmpty());
  }

  private void opened(boolean isOpen) {
    isFocusAsked = isOpen;
  }

  private void moved(@Nullable Scene from, @Nullable Scene to) {
    if (from != null) {
      from.removePostLayoutPulseListener(afterLayout);
    }
    if (to != null) {
      to.addPostLayoutPulseListener(afterLayout);
    }
  }

  private void place() {
    // Not before it can be seen: until then nothing can have the focus.
    if (isFocusAsked && root.isVisible()) {
      isFocusAsked = false;
      field.focus();
    }
    if (notes.place()) {
      decorate();
    }
  }

  private void resize() {
    field.setFontSize(desk.appearance().fontSize() * CODE_SIZE);
    decorate();
  }

  private void layOutPrompt() {
    double indent = desk.appearance().fontSize() * 3;
    prompt.relocate(indent, desk.appearance().fontSize() / 2);
    prompt.setPrefWidth(Math.max(0, before.getWidth() - 2 * indent));
  }

  private void caretAt(int line) {
    caretLine = line;
    PasteFace shown = model.faceProperty().get();
    if (!shown.problemAt(line).equals(problem)) {
      show(shown);
    }
  }

  private void goToNextProblem() {
    List<Problem> all = model.faceProperty().get().problems();
    all.stream()
        .filter(each -> each.lines().first() > caretLine)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .ifPresent(each -> field.goTo(each.lines().first()));
  }

  private void show(PasteFace face) {
    problem = face.problemAt(caretLine);
    boxTitle.setText(problem.map(Problem::title).orElse(""));
    Hint.setText(boxTitle, problem.map(Problem::understood).orElse(""));
    boxDetail.setText(problem.map(Problem::detail).orElse(""));
    usePart.setText(problem.map(Problem::part).orElse(""));
    usePart.setVisible(!usePart.getText().isEmpty());
    usePart.setManaged(usePart.isVisible());
    leaveOut.setText(problem.map(Problem::without).orElse(""));
    count(face);
    notes.show(face.marks(), problem.map(each -> each.lines().last()).orElse(0));
    decorate();
  }

  private void count(PasteFace face) {
    layers.setText(text.numbers().count(face.layers()));
    layersLabel.setText(text.say("paste.count.layers", "layers", face.layers()));
    over.setText(text.numbers().count(face.over()));
    overLabel.setText(text.say("paste.count.over"));
    problems.setText(text.numbers().count(face.problems().size()));
    problemCount.setVisible(!face.problems().isEmpty());
    problemCount.setManaged(problemCount.isVisible());
    assumed.setText(text.paragraph(face.assumed()));
    assumed.setManaged(!face.assumed().isEmpty());
    use.setVisible(face.isWhole());
    use.setManaged(face.isWhole());
  }

  private void decorate() {
    Map<Integer, Underline> underlines = new HashMap<>();
    for (LineMark mark : model.faceProperty().get().marks()) {
      if (mark.kind() == Kind.PROBLEM || mark.kind() == Kind.WITH) {
        for (int line = mark.lines().first(); line <= mark.lines().last(); line++) {
          underlines.put(line, underline(field.lineText(line), mark.kind()));
        }
      }
    }
    field.decorate(underlines, notes::roomBelow);
  }

  /// The code of a line, without what stands before and behind it.
  private static Underline underline(String line, Kind kind) {
    int from = line.length() - line.stripLeading().length();
    int named = line.indexOf("nn.", from);
    int end = line.stripTrailing().length();
    return new Underline(
        kind == Kind.PROBLEM && named > 0 ? named : from,
        end,
        kind == Kind.PROBLEM ? "paste-underline" : "paste-underline-with");
  }
}
