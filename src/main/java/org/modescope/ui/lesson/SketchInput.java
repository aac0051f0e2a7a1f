package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.check.Spread;
import org.modescope.words.Text;

/// A strip to sketch in how values will fall: columns of dots around the mean. A click or a drag
/// sets how high a column is; left and right go from column to column, up and down change it.
final class SketchInput extends VBox {
  private final int[] heights = new int[Spread.BINS];
  private final DotColumns columns = new DotColumns();
  private final ObjectProperty<Optional<Prediction>> prediction;
  private final Text text;
  private int selected = Spread.BINS / 2;

  SketchInput(ObjectProperty<Optional<Prediction>> prediction, Text text) {
    this.prediction = prediction;
    this.text = text;
    getStyleClass().add("sketch-input");
    Label caption = new Label(text.say("lesson.player.spread"));
    caption.getStyleClass().add("sentence");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    columns.setId("lesson-sketch");
    columns.getStyleClass().add("sketch");
    columns.setFocusTraversable(true);
    columns.setAccessibleRole(AccessibleRole.SLIDER);
    columns.setOnMousePressed(this::draw);
    columns.setOnMouseDragged(this::draw);
    columns.setOnKeyPressed(this::press);
    getChildren().addAll(caption, columns, axis(text));
    show();
  }

  /// The axis below: how far from the mean.
  static HBox axis(Text text) {
    double edge = Spread.WIDTH * (Spread.BINS / 2);
    Region left = new Region();
    Region right = new Region();
    HBox axis =
        new HBox(
            new Label(text.numbers().plain(-edge)),
            left,
            new Label("0"),
            right,
            new Label("+" + text.numbers().plain(edge)));
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    axis.getStyleClass().add("sketch-axis");
    return axis;
  }

  private void draw(MouseEvent event) {
    columns.requestFocus();
    int column = (int) (event.getX() / columns.getWidth() * Spread.BINS);
    double up = 1 - event.getY() / columns.getHeight();
    selected = Math.clamp(column, 0, Spread.BINS - 1);
    set(Math.clamp(Math.round(up * DotColumns.MOST), 0, DotColumns.MOST));
    event.consume();
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> selected = Math.max(0, selected - 1);
      case RIGHT -> selected = Math.min(Spread.BINS - 1, selected + 1);
      case UP -> set(Math.min(DotColumns.MOST, heights[selected] + 1));
      case DOWN -> set(Math.max(0, heights[selected] - 1));
      default -> {
        return;
      }
    }
    event.consume();
    show();
  }

  private void set(int height) {
    heights[selected] = height;
    List<Integer> bins = bins();
    boolean isEmpty = bins.stream().allMatch(each -> each == 0);
    prediction.set(isEmpty ? Optional.empty() : Optional.of(new Prediction.Sketched(bins)));
    show();
  }

  private List<Integer> bins() {
    List<Integer> bins = new ArrayList<>();
    for (int height : heights) {
      bins.add(height);
    }
    return bins;
  }

  private void show() {
    columns.show(bins(), selected);
    columns.setAccessibleText(
        text.say(
            "lesson.player.spread.column",
            "place",
            text.numbers().plain((selected - Spread.BINS / 2) * Spread.WIDTH),
            "dots",
            heights[selected]));
  }
}
