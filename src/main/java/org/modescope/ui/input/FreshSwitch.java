package org.modescope.ui.input;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.modescope.words.Text;

/// The switch for a batch of its own for each pass, with what it does in both positions.
final class FreshSwitch extends VBox {
  private final CheckBox box = new CheckBox();
  private final Label does = new Label();

  FreshSwitch(InputSheetViewModel model, Text text) {
    getStyleClass().add("sheet-option");
    box.setId("input-fresh");
    box.setText(text.say("sheet.fresh"));
    box.setMnemonicParsing(false);
    box.selectedProperty().bindBidirectional(model.freshProperty());
    does.getStyleClass().add("sheet-option-text");
    does.setWrapText(true);
    does.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(box, does);
  }

  void show(SheetFace face) {
    box.setDisable(!face.canBeFresh());
    does.setText(face.fresh());
    Parts.show(this, face.canUse());
  }
}
