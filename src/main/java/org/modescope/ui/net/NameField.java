package org.modescope.ui.net;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.words.Text;

/// A field that takes the place of a card's name while it is typed anew; leaving it ends that.
final class NameField {
  private NameField() {}

  static void open(Label name, LayerCardViewModel card, Text text) {
    Pane title = (Pane) name.getParent();
    EntryViewModel entry = new EntryViewModel("", card::rename);
    entry.show(card.name());
    EntryField field = EntryField.of(entry);
    field.setFloating(true);
    field.getStyleClass().add("card-rename");
    field.field().setId("name-" + card.name());
    field.field().setAccessibleText(text.say("net.rename.accessible", "layer", card.name()));
    HBox.setHgrow(field, Priority.ALWAYS);
    int place = title.getChildren().indexOf(name);
    title.getChildren().set(place, field);
    field.field().requestFocus();
    field.field().selectAll();
    field
        .field()
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused && title.getChildren().contains(field)) {
                entry.revert();
                title.getChildren().set(title.getChildren().indexOf(field), name);
              }
            });
  }
}
