package org.modescope.ui.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.modescope.experiment.Forgotten;
import org.modescope.files.pytorch.PythonSyntax;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.ui.training.Loop.Kind;
import org.modescope.words.Text;

/// The loop as code: what is wrong in it struck, what is missing in green.
final class LoopBox {
  private final ScrollPane scroll;
  private final VBox box;
  private final ForgottenViewModel model;
  private final Text text;

  /// The first row that is wrong without a line.
  private final Map<Forgotten, Node> rows = new EnumMap<>(Forgotten.class);

  LoopBox(ScrollPane scroll, VBox box, ForgottenViewModel model, Text text) {
    this.scroll = scroll;
    this.box = box;
    this.model = model;
    this.text = text;
    // Python is written from left to right in every language.
    box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
  }

  void show(List<Loop.Line> lines) {
    rows.clear();
    box.getChildren().setAll(lines.stream().map(this::node).toList());
    box.setAccessibleText(
        lines.stream()
            .map(line -> text.paragraph(line.code(), line.note()))
            .collect(Collectors.joining("\n")));
    reveal(model.selectedProperty().get());
  }

  /// Brings what is wrong without a line into view, where the loop is higher than its card.
  void reveal(Forgotten line) {
    Node row = rows.get(line);
    if (row == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    Bounds seen = scroll.getViewportBounds();
    double hidden = box.getHeight() - seen.getHeight();
    if (hidden > 0) {
      double middle = row.getBoundsInParent().getCenterY() - seen.getHeight() / 2;
      scroll.setVvalue(Math.clamp(middle / hidden, 0, 1));
    }
  }

  private Node node(Loop.Line line) {
    TextFlow code = new TextFlow();
    code.getStyleClass().add("code-line");
    String bare = line.code().stripLeading();
    String indent = line.code().substring(0, line.code().length() - bare.length());
    code.getChildren().add(new javafx.scene.text.Text(indent));
    for (Token token : PythonSyntax.tokens(bare)) {
      javafx.scene.text.Text piece = new javafx.scene.text.Text(token.text());
      piece.getStyleClass().add("python-" + token.kind().name().toLowerCase(Locale.ROOT));
      piece.setStrikethrough(line.kind() == Kind.WRONG);
      code.getChildren().add(piece);
    }
    code.setMinWidth(Region.USE_PREF_SIZE);
    Label note = new Label(line.note());
    note.getStyleClass().add("loop-note");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(code, gap, note);
    row.getStyleClass().addAll("loop-line", "loop-" + line.kind().name().toLowerCase(Locale.ROOT));
    Optional<Forgotten> about = line.line();
    if (about.isPresent() && line.kind() != Kind.RIGHT) {
      row.setOnMouseClicked(_ -> model.selectedProperty().set(about.get()));
      rows.putIfAbsent(about.get(), row);
    }
    return row;
  }
}
