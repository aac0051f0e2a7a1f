package org.modescope.ui.net;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.modescope.experiment.LayerType;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.words.Text;

/// The button between two cards that puts a layer there. It is made when the pointer first comes
/// near: a window has many cards, and each node costs its start.
final class InsertButton {
  private boolean isMade;

  /// Offers it from now on.
  ///
  /// @param between where the shape between the cards stands
  /// @param inserts what is done with the type that is chosen
  void offer(HBox between, Palette palette, Consumer<LayerType> inserts, Text text) {
    if (isMade) {
      return;
    }
    isMade = true;
    Button added = new Button();
    added.setGraphic(new Icon("plus"));
    added.setId("insert");
    added.getStyleClass().addAll("tool", "insert");
    // Keys have the card's menu for it.
    added.setFocusTraversable(false);
    added.setAccessibleText(text.say("net.insert"));
    Hint.setText(added, text.say("net.insert"));
    added.setOnAction(_ -> palette.ask(added, inserts));
    between.getChildren().add(added);
  }
}
