package org.modescope.ui.weights;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.chart.weights.SheetChart;
import org.modescope.ui.chart.weights.SheetChart.Scale;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.words.Text;

/// What can be done with all selected cells at once, and how large cells are shown.
final class BlockBar extends VBox {
  private final Text text;
  private final Label place = new Label();
  private final Label problem = new Label();
  private final TextField number = new TextField();
  private final SegmentedControl<Scale> scale = new SegmentedControl<>();
  private final Button restore = new Button();

  BlockBar(WeightsViewModel model, SheetChart chart, Text text) {
    this.text = text;
    place.getStyleClass().add("block-place");
    place.setId("weights-selected");
    place.setMinWidth(Region.USE_PREF_SIZE);
    number.setId("weights-number");
    number.setPromptText(text.say("weights.block.number"));
    number.setAccessibleText(text.say("weights.block.number"));
    number.setPrefColumnCount(6);
    number.setOnAction(_ -> model.fill(number.getText()));
    problem.getStyleClass().add("block-problem");
    problem.setId("weights-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    scale.setId("weights-scale");
    scale.setAccessibleText(text.say("weights.scale"));
    scale.offer(
        List.of(
            choice(Scale.NUMBERS, "weights.scale.numbers", "weights.scale.numbers.hint"),
            choice(Scale.MAP, "weights.scale.map", "weights.scale.map.hint")));
    scale
        .valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null && chosen != chart.scale()) {
                chart.setScale(chosen);
              }
            });
    chart.onScaled(scale.valueProperty()::set);
    restore.setId("weights-restore");
    restore.setText(text.say("weights.block.restore"));
    restore.setMinWidth(Region.USE_PREF_SIZE);
    Hint.setText(restore, text.say("weights.block.restore.hint"));
    restore.setOnAction(_ -> model.restore());
    HBox line = new HBox(place, restore, spring(), edits(model));
    line.getStyleClass().add("block-bar");
    getChildren().addAll(line, problem);
    model.problemProperty().subscribe(this::tell);
  }

  private FlowRow edits(WeightsViewModel model) {
    FlowRow edits =
        new FlowRow(
            number,
            button("fill", model::fill),
            button("add", model::add),
            button("multiply", model::multiply),
            scale);
    edits.getStyleClass().add("block-edits");
    return edits;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private Choice<Scale> choice(Scale value, String name, String hint) {
    return new Choice<>(value, text.say(name), text.say(hint), "plain");
  }

  private Button button(String edit, Consumer<String> action) {
    Button button = new Button(text.say("weights.block." + edit));
    button.setId("weights-" + edit);
    Hint.setText(button, text.say("weights.block." + edit + ".hint"));
    button.setOnAction(_ -> action.accept(number.getText()));
    return button;
  }

  private void tell(String message) {
    problem.setText(message);
    problem.setVisible(!message.isEmpty());
    problem.setManaged(!message.isEmpty());
  }

  /// @param isEdited whether any number of the key that is shown was changed
  void show(String selected, boolean isEdited) {
    place.setText(selected);
    restore.setVisible(isEdited);
    restore.setManaged(isEdited);
  }
}
