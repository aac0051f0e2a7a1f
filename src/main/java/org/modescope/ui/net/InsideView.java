package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Icon;

/// The layers inside a container's card: cards like those of the net, and a button that adds one at
/// the end.
final class InsideView {
  private InsideView() {}

  /// @param isNamed whether to say which of the container's lists this is
  static Node of(
      NestViewModel nest, boolean isNamed, LayerCardViewModel card, CardSetting setting) {
    VBox cards = new VBox();
    CardList.show(nest, cards, setting);
    VBox box = new VBox();
    box.getStyleClass().add("inside");
    if (isNamed) {
      Label name = new Label(nest.argument());
      name.getStyleClass().addAll("entry-label", "inside-name");
      box.getChildren().add(name);
    }
    box.getChildren().addAll(cards, add(nest, card, setting));
    return box;
  }

  private static Button add(NestViewModel nest, LayerCardViewModel card, CardSetting setting) {
    Button add = new Button(setting.text().say("net.inside.add"), new Icon("plus"));
    add.getStyleClass().setAll("button", "tool", "tool-text", "add-inside");
    add.setMnemonicParsing(false);
    add.setId("add-" + LayerCardView.id(card) + "-" + nest.argument());
    add.setAccessibleText(
        setting
            .text()
            .say("net.inside.add.accessible", "layer", card.name(), "place", nest.argument()));
    add.setOnAction(_ -> setting.palette().ask(add, nest::add));
    return add;
  }
}
