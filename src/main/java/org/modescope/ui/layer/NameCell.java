package org.modescope.ui.layer;

import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.PlacedLayer;

/// The layer that is chosen, by its name and type.
final class NameCell extends ListCell<PlacedLayer> {
  private final StringConverter<PlacedLayer> names;

  NameCell(StringConverter<PlacedLayer> names) {
    this.names = names;
    getStyleClass().add("card-type");
  }

  @Override
  protected void updateItem(@Nullable PlacedLayer placed, boolean empty) {
    super.updateItem(placed, empty);
    setText(empty || placed == null ? "" : names.toString(placed));
  }
}
