package org.modescope.ui.lesson;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.modescope.autograd.GradMode;
import org.modescope.lesson.Answer.CellsProperty;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.Prediction.Cell;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// The six cells as buttons to be marked. None marked is an answer too, once it is said.
final class CellsInput extends VBox {
  private static final double WHOLE = 100;
  private static final double NAMES = 13;

  private final Set<Cell> marked = new HashSet<>();
  private final ObjectProperty<Optional<Prediction>> prediction;
  private final Text text;

  CellsInput(CellsProperty property, ObjectProperty<Optional<Prediction>> prediction, Text text) {
    this.prediction = prediction;
    this.text = text;
    getStyleClass().add("cells-input");
    Label caption =
        new Label(text.say("lesson.player.cells." + property.name().toLowerCase(Locale.ROOT)));
    caption.getStyleClass().add("sentence");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    ToggleButton none = new ToggleButton(text.say("lesson.player.cells.none"));
    none.setId("cell-none");
    none.getStyleClass().setAll("cell-none");
    none.setOnAction(_ -> markNone(none));
    getChildren().addAll(caption, grid(none), none);
  }

  private GridPane grid(ToggleButton none) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cells-grid");
    grid.getColumnConstraints().add(width(NAMES));
    for (GradMode gradMode : GradMode.values()) {
      grid.getColumnConstraints().add(width((WHOLE - NAMES) / GradMode.values().length));
      Label name = new Label(gradMode.key());
      name.getStyleClass().addAll("key", "cells-head");
      name.setMinWidth(USE_PREF_SIZE);
      grid.add(name, 1 + gradMode.ordinal(), 0);
    }
    for (Mode mode : Mode.values()) {
      Label name = new Label(mode.key());
      name.getStyleClass().addAll("key", "cells-head");
      name.setMinWidth(USE_PREF_SIZE);
      grid.add(name, 0, 1 + mode.ordinal());
      for (GradMode gradMode : GradMode.values()) {
        grid.add(cell(new Cell(mode, gradMode), none), 1 + gradMode.ordinal(), 1 + mode.ordinal());
      }
    }
    return grid;
  }

  private static ColumnConstraints width(double percent) {
    ColumnConstraints width = new ColumnConstraints();
    width.setPercentWidth(percent);
    return width;
  }

  private ToggleButton cell(Cell cell, ToggleButton none) {
    ToggleButton button = new ToggleButton();
    button.setId("cell-" + cell.mode().key() + "-" + cell.gradMode().key());
    button.getStyleClass().setAll("cell-toggle");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setAccessibleText(
        text.say(
            "lesson.player.cells.cell", "mode", cell.mode().key(), "grad", cell.gradMode().key()));
    button
        .selectedProperty()
        .subscribe(
            (_, isMarked) -> {
              button.setText(isMarked ? "✓" : "");
              if (isMarked ? marked.add(cell) : marked.remove(cell)) {
                none.setSelected(false);
                tell(none);
              }
            });
    return button;
  }

  private void markNone(ToggleButton none) {
    if (none.isSelected()) {
      lookupAll(".cell-toggle").forEach(each -> ((ToggleButton) each).setSelected(false));
      none.setSelected(true);
    }
    tell(none);
  }

  private void tell(ToggleButton none) {
    prediction.set(
        marked.isEmpty() && !none.isSelected()
            ? Optional.empty()
            : Optional.of(new Prediction.Marked(marked)));
  }
}
