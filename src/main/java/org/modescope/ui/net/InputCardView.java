package org.modescope.ui.net;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.words.Text;

/// The input's card.
public final class InputCardView {
  private final InputCardViewModel input;
  private final Text text;

  @FXML private Label origin;
  @FXML private FlowRow entries;
  @FXML private Label shape;

  public InputCardView(InputCardViewModel input, Text text) {
    this.input = input;
    this.text = text;
  }

  @FXML
  private void initialize() {
    origin.textProperty().bind(input.originProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(input.originProperty());
    origin.setTooltip(whole);
    shape.textProperty().bind(input.shapeProperty());
    input.entriesProperty().subscribe(this::show);
  }

  private void show(List<NamedEntry> shown) {
    entries.getChildren().setAll(shown.stream().map(this::field).toList());
  }

  private EntryField field(NamedEntry named) {
    EntryField field = EntryField.of(named.entry());
    field
        .field()
        .setAccessibleText(text.say("net.input.accessible", "entry", named.entry().label()));
    field.field().setId("input-" + named.id());
    Hint.setText(field.field(), named.help());
    return field;
  }
}
