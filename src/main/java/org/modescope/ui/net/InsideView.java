package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.LayerKey;
import org.modescope.ui.glossary.Explained;

/// The layers inside a container's card: what comes in, cards like those of the net, and a button
/// that adds one at the end or takes what is pasted.
final class InsideView {
  private InsideView() {}

  /// @param isNamed whether to say which of the container's lists this is
  static Node of(
      NestViewModel nest, boolean isNamed, LayerCardViewModel card, CardSetting setting) {
    VBox cards = new VBox();
    CardList.show(nest, cards, setting);
    VBox box = new VBox();
    new NestPlace(nest, cards).mark(box);
    box.getStyleClass().add("inside");
    if (isNamed) {
      Label name = new Label(nest.argument());
      name.getStyleClass().addAll("entry-label", "inside-name");
      box.getChildren().add(name);
    }
    box.getChildren().addAll(way(nest, box, setting), cards, add(nest, card, setting));
    return box;
  }

  /// The way in, where a layer can be put before all others.
  private static Node way(NestViewModel nest, Node box, CardSetting setting) {
    Label shape = new Label();
    shape.textProperty().bind(nest.givenProperty());
    Explained.mark(shape, "shape", setting.text());
    HBox way = new HBox(new Icon("arrow-down"), shape);
    way.getStyleClass().add("shape-between");
    InsertButton insert = new InsertButton();
    box.setOnMouseEntered(
        _ -> insert.offer(way, setting.palette(), type -> nest.insert(0, type), setting.text()));
    return way;
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
    add.setOnKeyPressed(
        press -> {
          if (LayerKey.PASTE.matches(press)) {
            LayerClipboard.pasteInto(nest);
            press.consume();
          }
        });
    Hint.setText(add, setting.text().say("net.inside.add.help", "keys", LayerKey.PASTE.keyText()));
    return add;
  }
}
