package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.modescope.ui.layer.FormulaLine.Part;

/// Lines of arithmetic under each other, the names of their cases at the left.
public final class FormulaPane extends GridPane {
  private static final double NARROW = 1000;

  private final List<Text> spare = new ArrayList<>();
  private double textScale = 1;

  public FormulaPane() {
    getStyleClass().add("formulas");
    widthProperty().subscribe(_ -> fit());
  }

  /// Compares widths with text of this size from now on: 1 is the usual one.
  void setTextScale(double scale) {
    textScale = scale;
    fit();
  }

  /// What the letters stand for gives way to the numbers.
  private void fit() {
    boolean hasRoom = getWidth() >= NARROW * textScale;
    for (Text part : spare) {
      part.setVisible(hasRoom);
      part.setManaged(hasRoom);
    }
  }

  void show(List<FormulaLine> lines) {
    getChildren().clear();
    spare.clear();
    for (int row = 0; row < lines.size(); row++) {
      add(lines.get(row), row);
    }
    fit();
    setVisible(!lines.isEmpty());
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(lines.stream().map(FormulaLine::spoken).collect(Collectors.joining(". ")));
  }

  private void add(FormulaLine line, int row) {
    Label name = new Label(line.name());
    name.getStyleClass().addAll("formula-name", line.tone().styleClass());
    name.setMinWidth(USE_PREF_SIZE);
    Label aside = new Label(line.aside());
    aside.getStyleClass().add("sentence");
    aside.setMinWidth(USE_PREF_SIZE);
    HBox names = new HBox(name, aside);
    names.getStyleClass().add("formula-names");
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("formula", "formula-" + line.tone().styleClass());
    for (Part part : line.parts()) {
      Text text = new Text(part.text());
      if (part.isResult()) {
        text.getStyleClass().add("formula-result");
      }
      if (part.isSpare()) {
        spare.add(text);
      }
      flow.getChildren().add(text);
    }
    Label tail = new Label(line.tail());
    tail.getStyleClass().add("sentence");
    tail.setWrapText(true);
    GridPane.setHgrow(flow, Priority.ALWAYS);
    add(names, 0, row);
    add(flow, 1, row);
    add(tail, 2, row);
  }
}
