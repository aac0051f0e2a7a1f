package org.modescope.ui.net;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.FlowRow;

/// The input's card.
public final class InputCardView {
  private final InputCardViewModel input;

  @FXML private Label origin;
  @FXML private FlowRow entries;
  @FXML private Label shape;

  public InputCardView(InputCardViewModel input) {
    this.input = input;
  }

  @FXML
  private void initialize() {
    origin.textProperty().bind(input.originProperty());
    shape.textProperty().bind(input.shapeProperty());
    input.drawnProperty().subscribe(() -> showEntries());
    showEntries();
  }

  private void showEntries() {
    entries.getChildren().setAll(input.entries().stream().map(InputCardView::field).toList());
  }

  private static EntryField field(EntryViewModel entry) {
    EntryField field = EntryField.of(entry);
    field.field().setAccessibleText(entry.label() + " of the input");
    field.field().setId("input-" + entry.label().replace(' ', '-'));
    return field;
  }
}
