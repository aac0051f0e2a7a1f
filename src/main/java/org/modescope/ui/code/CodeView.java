package org.modescope.ui.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.ui.theme.Appearance;

/// The code panel's view: a node per line, made anew only where the line has changed.
public final class CodeView {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final CodeViewModel code;
  private final Appearance appearance;

  @FXML private HBox root;
  @FXML private Node strip;
  @FXML private VBox panel;
  @FXML private ScrollPane scroll;
  @FXML private VBox listing;

  public CodeView(CodeViewModel code, Appearance appearance) {
    this.code = code;
    this.appearance = appearance;
  }

  @FXML
  private void initialize() {
    panel.visibleProperty().bind(code.openProperty());
    panel.managedProperty().bind(panel.visibleProperty());
    strip.visibleProperty().bind(panel.visibleProperty().not());
    strip.managedProperty().bind(strip.visibleProperty());
    code.linesProperty().subscribe(this::show);
    code.pointedProperty().subscribe(_ -> point());
    root.sceneProperty().flatMap(scene -> scene.widthProperty()).subscribe(_ -> measure());
    appearance.textScaleProperty().subscribe(_ -> measure());
  }

  @FXML
  private void toggle() {
    code.toggle();
  }

  @FXML
  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, code.text()));
  }

  private void measure() {
    if (root.getScene() != null && root.getScene().getWidth() > 0) {
      code.setRoom(root.getScene().getWidth() / appearance.fontSize());
    }
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
    scroll.setAccessibleText("The experiment as PyTorch code. " + code.text());
    point();
  }

  private void point() {
    String layer = code.pointedProperty().getValue();
    for (Node node : listing.getChildren()) {
      boolean isPointed =
          !layer.isEmpty() && node.getUserData() instanceof CodeLine line && line.isAbout(layer);
      node.pseudoClassStateChanged(POINTED, isPointed);
    }
  }

  private static Node node(CodeLine line) {
    TextFlow flow = new TextFlow();
    flow.setUserData(line);
    flow.getStyleClass().addAll("code-line", "code-" + key(line.tint()));
    flow.setMinWidth(TextFlow.USE_PREF_SIZE);
    if (line.pieces().isEmpty()) {
      flow.getChildren().add(new Text(" "));
    }
    line.pieces().forEach(piece -> flow.getChildren().add(text(piece)));
    return flow;
  }

  private static Text text(Token piece) {
    Text text = new Text(piece.text());
    text.getStyleClass().add("python-" + key(piece.kind()));
    return text;
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
