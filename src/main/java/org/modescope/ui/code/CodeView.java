package org.modescope.ui.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.task.FirstFrame;
import org.modescope.ui.task.Pause;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.Text;

/// The code panel's view: a node per line, made anew only where the line has changed.
public final class CodeView {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final CodeViewModel code;
  private final Desk desk;
  private final Text text;
  private final Pause untilCopyIsOfferedAgain;

  @FXML private Button fold;
  @FXML private Button copy;
  @FXML private ScrollPane scroll;
  @FXML private VBox listing;
  @FXML private HBox kept;

  /// @param untilCopyIsOfferedAgain how long the button says that it has copied
  public CodeView(CodeViewModel code, Desk desk, Pause untilCopyIsOfferedAgain) {
    this.code = code;
    this.desk = desk;
    text = desk.text();
    this.untilCopyIsOfferedAgain = untilCopyIsOfferedAgain;
  }

  @FXML
  private void initialize() {
    String keys = Shortcut.CODE.keyText();
    Hint.setText(fold, text.say("code.fold.help", "keys", keys));
    code.linesProperty().subscribe(this::show);
    // Its hundreds of words are a tenth of the window's nodes, and nobody reads them at once.
    FirstFrame.afterwards(code::begin);
    code.pointedProperty().subscribe(_ -> point());
    desk.watch().follow(code.keptProperty(), typed -> kept.setVisible(!typed.isBlank()));
    kept.managedProperty().bind(kept.visibleProperty());
    listing.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            code.type();
          }
        });
  }

  @FXML
  private void toggle() {
    code.toggle();
  }

  @FXML
  private void paste() {
    PastedCode.begin(desk);
  }

  @FXML
  private void type() {
    code.type();
  }

  @FXML
  private void resume() {
    code.resume();
  }

  @FXML
  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, code.text()));
    copy.setText(text.say("code.copied"));
    copy.setGraphic(new Icon("check"));
    untilCopyIsOfferedAgain.restart(
        () -> {
          copy.setText(text.say("code.copy"));
          copy.setGraphic(null);
        });
  }

  private void show(List<CodeLine> lines) {
    List<Node> shown = listing.getChildren();
    while (shown.size() > lines.size()) {
      shown.removeLast();
    }
    for (int index = 0; index < lines.size(); index++) {
      CodeLine line = lines.get(index);
      if (index == shown.size()) {
        shown.add(node(line));
      } else if (!line.equals(shown.get(index).getUserData())) {
        shown.set(index, node(line));
      }
    }
    scroll.setAccessibleText(text.say("code.accessible", "code", code.text()));
    point();
  }

  private void point() {
    Target target = code.pointedProperty().get();
    for (Node node : listing.getChildren()) {
      boolean isPointed = node.getUserData() instanceof CodeLine line && line.isAbout(target);
      node.pseudoClassStateChanged(POINTED, isPointed);
    }
  }

  private Node node(CodeLine line) {
    TextFlow flow = new TextFlow();
    flow.setUserData(line);
    flow.setOnMouseEntered(_ -> code.pointAt(line));
    flow.setOnMouseExited(_ -> code.leave());
    flow.setOnMouseClicked(_ -> code.pin(line));
    flow.getStyleClass().addAll("code-line", "code-" + key(line.tint()));
    flow.setMinWidth(TextFlow.USE_PREF_SIZE);
    if (line.pieces().isEmpty()) {
      flow.getChildren().add(new javafx.scene.text.Text(" "));
    }
    line.pieces().forEach(piece -> flow.getChildren().add(node(piece)));
    return flow;
  }

  private static Node node(Token piece) {
    var shown = new javafx.scene.text.Text(piece.text());
    shown.getStyleClass().add("python-" + key(piece.kind()));
    return shown;
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
